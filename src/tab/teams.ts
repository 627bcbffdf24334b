/** The one place that speaks with Teams. */
import { ErrorCode, app, authentication, pages, people } from '@microsoft/teams-js';

/** What Teams tells when the tab opens. */
export interface Opened {
  /** Teams' name of its theme; unknown names exist. */
  theme: string;
  /** The case that a link in the chat points to, and the step of it. */
  caseId: string | undefined;
  step: string | undefined;
}

/** @returns undefined when the page stands outside Teams */
export async function openInTeams(): Promise<Opened | undefined> {
  try {
    // teams-js itself accepts a host page on our own origin, which is how development works.
    await app.initialize();
  } catch {
    return undefined;
  }
  const context = await app.getContext();
  app.notifyAppLoaded();
  void app.notifySuccess();
  const [caseId, step] = (context.page.subPageId ?? '').split('/', 2);
  return { theme: context.app.theme, caseId: caseId || undefined, step: step || undefined };
}

/** Calls back each time the user picks another theme. */
export const onTheme = (changed: (theme: string) => void): void => app.registerOnThemeChangeHandler(changed);

/** A fresh token for one request. Teams keeps it as long as it is good; we never do. */
export const freshToken = (): Promise<string> => authentication.getAuthToken();

/** Goes to the chat with the bot, which is a tab of the same app. @throws where Teams can't, as in a channel */
export const openChat = (): Promise<void> => pages.currentApp.navigateTo({ pageId: 'conversations' });

/** Whether Teams can share a link here. */
export const canShare = (): boolean => pages.isSupported();

/** Lets Teams show a link to a case, to copy or send on. It tells the number only, and leads who may not see the case nowhere. */
export const shareCase = (id: string, title: string): void =>
  pages.shareDeepLink({ subPageId: id, subPageLabel: title });

/** Lets the user save this tab in a team. */
export function offerTab(tab: { entityId: string; contentUrl: string; name: string }): void {
  pages.config.registerOnSaveHandler((saving) => {
    pages.config
      .setConfig({
        entityId: tab.entityId,
        contentUrl: tab.contentUrl,
        websiteUrl: tab.contentUrl,
        suggestedDisplayName: tab.name,
      })
      .then(
        () => saving.notifySuccess(),
        () => saving.notifyFailure('Het tabblad is niet bewaard. Probeer het opnieuw.'),
      );
  });
  pages.config.setValidityState(true);
}

/** Whether Teams lets people choose colleagues here. */
export const canPick = (): boolean => people.isSupported();

/** A colleague whom the user chose in Teams' own list; undefined for none. @throws where Teams can't show it */
export async function pickColleague(): Promise<{ id: string; name: string } | undefined> {
  const asked = { singleSelect: true, openOrgWideSearchInChatOrChannel: true, title: 'Kies een medewerker' };
  const [chosen] = await people.selectPeople(asked).catch((problem: { errorCode?: unknown }) => {
    // Some clients tell so that it was closed, others give an empty list.
    if (problem.errorCode === ErrorCode.USER_ABORT) return [];
    throw problem;
  });
  return chosen && { id: chosen.objectId, name: chosen.displayName ?? '' };
}

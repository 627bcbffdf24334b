/** The one place that speaks with Teams. */
import { app, authentication, pages } from '@microsoft/teams-js';

/** What Teams tells when the tab opens. */
export interface Opened {
  /** Teams' name of its theme; unknown names exist. */
  theme: string;
  /** The case that a link in the chat points to. */
  caseId: string | undefined;
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
  return { theme: context.app.theme, caseId: context.page.subPageId || undefined };
}

/** Calls back each time the user picks another theme. */
export const onTheme = (changed: (theme: string) => void): void => app.registerOnThemeChangeHandler(changed);

/** A fresh token for one request. Teams keeps it as long as it is good; we never do. */
export const freshToken = (): Promise<string> => authentication.getAuthToken();

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

/** The tab in its host page, with an API that answers what a test wants. */
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import restify from 'restify';
import type { Next, Request, Response } from 'restify';
import { CaseLinks, CaseView } from '../../src/api/contract/case.ts';
import { CaseList } from '../../src/api/contract/cases.ts';
import { Me } from '../../src/api/contract/common.ts';
import { paths } from '../../src/api/contract/paths.ts';
import { TaskList } from '../../src/api/contract/tasks.ts';
import { addTabFiles } from '../../src/api/tabFiles.ts';
import { addHostRoutes } from '../../src/dev/hostRoutes.ts';
import { newPage } from './browser.ts';
import { builtTab } from './builtTab.ts';
import { me, people, view, lines } from './tabAnswers.ts';

/** What the API answers; change it and the next request sees it. */
export interface Answers {
  list: CaseList;
  views: CaseView[];
  /** Instead of an answer to everything. */
  failure?: { status: number; code: string; message: string };
}
export interface Asked {
  path: string;
  authorization: string | undefined;
  ifNoneMatch: string | undefined;
  status: number;
}
export interface TabServer {
  url: string;
  answers: Answers;
  /** Requests to the API, oldest first. */
  asked: Asked[];
  /** Tokens given to the host page, each once. */
  tokens: string[];
  stop(): Promise<void>;
}

export async function startTab(): Promise<TabServer> {
  const asked: Asked[] = [];
  const tokens: string[] = [];
  const answers: Answers = { list: { today: '2026-11-23', cases: lines, undelivered: [] }, views: [view] };
  const server = restify.createServer();
  addTabFiles(server, { dir: builtTab(), dev: true });
  addHostRoutes(server, {
    people: () => Promise.resolve(people),
    token(personId) {
      tokens.push(`token-${tokens.length + 1}-${personId}`);
      return Promise.resolve(tokens.at(-1)!);
    },
  });

  const get = (path: string, answer: (req: Request) => unknown) =>
    server.get(path, (req: Request, res: Response, next: Next) => {
      const body = answers.failure ? undefined : answer(req);
      const etag = `"${Buffer.from(JSON.stringify(body ?? ''))
        .toString('base64url')
        .slice(-60)}"`;
      const [status, content] = answers.failure
        ? [answers.failure.status, answers.failure]
        : body === undefined
          ? [404, { code: 'not-found', message: 'Deze zaak is er niet, of je mag hem niet zien.' }]
          : req.header('if-none-match') === etag
            ? [304, undefined]
            : [200, body];
      asked.push({
        path: req.path(),
        authorization: req.header('authorization'),
        ifNoneMatch: req.header('if-none-match'),
        status,
      });
      res.header('Cache-Control', 'no-store');
      if (status < 400) res.header('ETag', etag);
      if (content === undefined) res.send(status);
      else res.json(status, content);
      next();
    });
  get(paths.me, () => Me.parse(me));
  get(paths.cases, () => CaseList.parse(answers.list));
  get(paths.tasks, () => TaskList.parse({ count: 0, now: [], later: [], notes: [], lvs: 'Somtoday' }));
  get('/api/cases/:id', (req) => {
    const found = answers.views.find((v) => v.id === req.params.id);
    return found && CaseView.parse(found);
  });

  get('/api/cases/:id/links', () => CaseLinks.parse({ pupils: [] }));

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    answers,
    asked,
    tokens,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.server.closeAllConnections();
      }),
  };
}

/** Sizes of a window. */
export const sizes = {
  desk: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
  /** A window of 1280 wide at 200 %. */
  doubled: { width: 640, height: 400 },
};

interface Opening {
  /** Whose Teams it is. */
  as?: string;
  size?: { width: number; height: number };
  /** What else the host page is asked for, such as a case or a theme (src/dev/host/host.js). */
  more?: Record<string, string>;
}

/** Opens the tab in its host page. `faults` fills with what goes wrong in it. */
export async function openTab(url: string, { as, size = sizes.desk, more = {} }: Opening = {}) {
  const { page, faults } = await newPage(size);
  await page.goto(`${url}/dev?${new URLSearchParams({ ...(as && { als: as }), ...more })}`);
  return { page, tab: tabOf(page), faults };
}

/** To another place of the tab by its address behind the #, as `#/zaken`. */
export const goTo = (tab: FrameLocator, hash: string): Promise<void> =>
  tab.locator('html').evaluate((_, to) => void (location.hash = to), hash);
export const hashOf = (tab: FrameLocator): Promise<string> =>
  tab.locator('html').evaluate(() => location.hash);
/** The page comes into sight again: it asks anew what it shows. */
export const comesIntoSight = (tab: FrameLocator): Promise<unknown> =>
  tab.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
export const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((el) => el === document.activeElement);

/** The tab's own frame, to run something in. */
export function inTab(page: Page): Frame {
  const frame = page.frames().find((f) => f.name() === 'tab' || f.url().includes('/tab'));
  if (!frame) throw new Error('the page has no tab');
  return frame;
}

/** The tab inside the host page. */
export const tabOf = (page: Page): FrameLocator => page.frameLocator('#tab');

/** True when something sticks out at the right side of the tab. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  tabOf(page)
    .locator('html')
    .evaluate((html) => html.scrollWidth > html.clientWidth);

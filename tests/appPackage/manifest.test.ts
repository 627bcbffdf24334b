import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';

// An ES module that jest cannot load untransformed; validating a manifest does not use it.
jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What these tests read of the manifest; the schema judges the rest. */
interface Manifest {
  $schema: string;
  manifestVersion: string;
  accentColor: string;
  validDomains: string[];
  icons: { color: string; outline: string };
  composeExtensions: { botId: string; commands: object[] }[];
  bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
}

const sample: Record<string, string> = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  AAD_APP_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  TAB_DOMAIN: 'meldpunt.example.org',
};

const placeholders = (text: string): string[] => [
  ...new Set([...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '')),
];

/** The manifest as the toolkit fills it; a placeholder without a sample value stays, and fails the tests. */
const filled = (): Manifest =>
  JSON.parse(
    read('appPackage/manifest.json').replace(
      /\$\{\{\s*(\w+)\s*\}\}/g,
      (placeholder, name: string) => sample[name] ?? placeholder,
    ),
  ) as Manifest;

const validate = (manifest: unknown): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(
    manifest as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0],
  );

const variables = (path: string): string[] =>
  [...read(path).matchAll(/^(\w+)=/gm)].map(([, name]) => name ?? '');

/** Fields of a PNG's IHDR chunk, which always comes first (PNG specification, 11.2.2). */
const png = (path: string) => {
  const bytes = readFileSync(join(root, 'appPackage', path));
  return {
    signature: bytes.subarray(0, 8).toString('hex'),
    chunk: bytes.toString('latin1', 12, 16),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    colourType: bytes.readUInt8(25),
  };
};

const isPng = { signature: '89504e470d0a1a0a', chunk: 'IHDR' };

describe('the app manifest', () => {
  beforeEach(() => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('this test must not touch the network'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it("satisfies Microsoft's schema 1.29, without the network", async () => {
    const manifest = filled();
    expect(manifest.manifestVersion).toBe('1.29');
    expect(manifest.$schema).toContain('/teams/v1.29/');
    expect(await validate(manifest)).toEqual([]);
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it('is refused by that schema when a field is unknown or an id is no GUID, so the check above means something', async () => {
    expect(await validate({ ...filled(), unknownField: true })).not.toEqual([]);
    expect(await validate({ ...filled(), id: '${{TEAMS_APP_ID}}' })).not.toEqual([]);
  });

  it('has no placeholder left once it is filled', () => {
    expect(placeholders(JSON.stringify(filled()))).toEqual([]);
  });

  it('loads its pages from its own domain only', () => {
    const urls = JSON.stringify(filled()).match(/https:\/\/[^/"]+/g) ?? [];
    expect(new Set(urls)).toEqual(
      new Set(['https://developer.microsoft.com', `https://${sample['TAB_DOMAIN'] ?? ''}`]),
    );
    expect(filled().validDomains).toEqual([sample['TAB_DOMAIN']]);
  });

  it('advertises twelve commands in every scope, what people need first and help last; in a channel also what it is for', () => {
    const lists = filled().bots.flatMap((bot) => bot.commandLists);
    expect(lists.map((list) => list.scopes)).toEqual([['personal'], ['team', 'groupChat']]);
    const [own, shared] = lists.map((list) => list.commands.map((command) => command.title));
    expect(own).toEqual([
      'melding',
      'taken',
      'mijn meldingen',
      'zaken',
      'dagopening',
      'protocol',
      'stappen',
      'signalen',
      'wie',
      'niet wachten',
      'afwezig',
      'help',
    ]);
    expect(shared).toEqual([
      ...own!.filter((title) => title !== 'mijn meldingen' && title !== 'help'),
      'instellen',
      'help',
    ]);
  });

  it('P22: offers a report on any message, and asks for nothing else of what people write', () => {
    const { composeExtensions } = filled();
    expect(composeExtensions.map((extension) => extension.botId)).toEqual([sample['BOT_ID']]);
    expect(composeExtensions.flatMap((extension) => extension.commands)).toEqual([
      expect.objectContaining({
        type: 'action',
        title: 'Maak hier een melding van',
        context: ['message'],
        fetchTask: true,
      }),
    ]);
  });

  it('has at most twelve commands in a list, which is what Teams shows', () => {
    for (const list of filled().bots.flatMap((bot) => bot.commandLists)) {
      expect(list.commands.length).toBeLessThanOrEqual(12);
    }
  });
});

describe('the environment file', () => {
  it.each(['appPackage/manifest.json', 'aad.manifest.json', 'infra/azure.parameters.json', 'teamsapp.yml'])(
    'for Azure names every variable that %s asks for',
    (path) => {
      const asked = placeholders(read(path));
      expect(asked).not.toEqual([]);
      expect(variables('env/.env.dev')).toEqual(expect.arrayContaining(asked));
    },
  );

  it('for local work names every variable that the app manifest asks for', () => {
    expect(variables('env/.env.local')).toEqual(
      expect.arrayContaining(placeholders(read('appPackage/manifest.json'))),
    );
  });

  it.each(['env/.env.dev', 'env/.env.local'])('%s holds no secret', (path) => {
    expect(variables(path).filter((name) => /SECRET|PASSWORD|KEY|TOKEN/.test(name))).toEqual([]);
  });

  it('of a single user is ignored by git', () => {
    expect(read('.gitignore').split('\n')).toContain('env/.env.*.user');
  });
});

describe('the icons', () => {
  it('give Teams a colour icon of 192 by 192 pixels', () => {
    expect(png(filled().icons.color)).toMatchObject({ ...isPng, width: 192, height: 192 });
  });

  it('give Teams an outline of 32 by 32 pixels with an alpha channel, so it can be transparent', () => {
    const outline = png(filled().icons.outline);
    expect(outline).toMatchObject({ ...isPng, width: 32, height: 32 });
    expect([4, 6]).toContain(outline.colourType); // grey or RGB, with alpha
  });

  it('have the accent colour as the background of the colour icon', () => {
    expect(read('appPackage/icons/color.svg').toUpperCase()).toContain(filled().accentColor);
  });
});

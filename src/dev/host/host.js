// Plays Teams for the tab: answers the messages that teams-js 2.58 posts to the window around it.
// Development and tests only. ?als=<name or id>&thema=donker&zaak=<id>&pagina=config&kiezer=1
'use strict';

const strangers = [
  { id: '7d0e2c1a-5b1f-4c52-9f0e-3f6a1b2c3d4e', name: 'Nora Nieuw' },
  { id: '1c9b7e55-08a4-4f0d-8a2e-6d5c4b3a2f10', name: 'Sem Stagiair' },
];
const themes = { licht: 'default', donker: 'dark', contrast: 'contrast' };
const asked = new URLSearchParams(location.search);
const frame = document.getElementById('tab');
const person = document.getElementById('person');
const theme = document.getElementById('theme');
const save = document.getElementById('save');
const said = document.getElementById('said');
const config = asked.get('pagina') === 'config';
const picker = document.getElementById('picker');
/** Whether Teams' own list of people can be opened: `?kiezer=1`. */
const picks = asked.has('kiezer');
let people = [];
let subPageId = asked.get('zaak') || undefined;
/** What the tab asked to hear of. */
let listensTo = new Set();

/** To the tab: something happened. */
const tell = (func, args) => frame.contentWindow.postMessage({ func, args }, location.origin);

function open() {
  listensTo = new Set();
  const address = new URL(location.href);
  address.searchParams.set('als', person.selectedOptions[0].dataset.name);
  address.searchParams.set(
    'thema',
    Object.keys(themes).find((name) => themes[name] === theme.value),
  );
  history.replaceState(null, '', address);
  // `replace` leaves no entry behind, so that "back" stays with the tab.
  frame.contentWindow.location.replace(config ? '/tab/config' : '/tab');
}

const context = () => ({
  theme: theme.value,
  locale: 'nl-nl',
  entityId: 'zaken',
  subEntityId: subPageId,
  frameContext: config ? 'settings' : 'content',
  hostName: 'Teams',
  hostClientType: 'web',
  userObjectId: person.value,
  userDisplayName: people.find((p) => p.id === person.value).name,
});

const supports = { pages: { config: {}, currentApp: {} }, ...(picks && { people: {} }) };

/** Lets the tester choose somebody, close the list, or have it fail; with the error codes of teams-js. */
const pickPeople = ([{ title }]) =>
  new Promise((done) => {
    document.getElementById('picker-title').textContent = title;
    picker.returnValue = '';
    picker.addEventListener(
      'close',
      () => {
        if (picker.returnValue === 'fails') return done([{ errorCode: 500, message: 'INTERNAL_ERROR' }]);
        if (picker.returnValue !== 'chosen') return done([{ errorCode: 8000, message: 'USER_ABORT' }]);
        const { value, selectedOptions } = document.getElementById('picked');
        done([null, [{ objectId: value, displayName: selectedOptions[0].text }]]);
      },
      { once: true },
    );
    picker.showModal();
  });

/** What each call is answered with; a call without an answer is only a notice. */
const answers = {
  initialize: () => [
    config ? 'settings' : 'content',
    'web',
    JSON.stringify({ apiVersion: 4, supports }),
    '2.58.0',
  ],
  getContext: () => [context()],
  'authentication.getAuthToken': async () => {
    const response = await fetch(`/dev/token?as=${encodeURIComponent(person.value)}`);
    const body = await response.json();
    return response.ok ? [true, body.token] : [false, body.message];
  },
  registerHandler: ([name]) => void listensTo.add(name),
  'settings.setValidityState': ([valid]) => void (save.disabled = !valid),
  'settings.setSettings': ([settings]) => {
    said.textContent = `Bewaard: ${settings.suggestedDisplayName} (${settings.entityId}) op ${settings.contentUrl}`;
    return [true];
  },
  'settings.save.failure': ([reason]) => void (said.textContent = reason),
  'pages.currentApp.navigateTo': ([where]) => {
    if (where.pageId === 'conversations') {
      said.textContent = 'Hier opent Teams de chat met Meldpunt.';
      return [true];
    }
    subPageId = where.subPageId;
    open();
    return [true];
  },
  'pages.currentApp.navigateToDefaultPage': () => {
    subPageId = undefined;
    open();
    return [true];
  },
  'people.selectPeople': pickPeople,
  shareDeepLink: ([subPageId, label]) => {
    said.textContent = `Teams toont nu een link naar ${label}: ${location.origin}/dev?zaak=${subPageId}`;
  },
  executeDeepLink: ([url]) => {
    window.open(url, '_blank', 'noopener');
    return [true];
  },
};

addEventListener('message', async (event) => {
  if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
  const { id, uuidAsString, func, args = [] } = event.data;
  if (typeof func !== 'string') return;
  const answer = Object.hasOwn(answers, func)
    ? answers[func]
    : () => [false, `Dit nagemaakte Teams kent ‘${func}’ niet.`];
  const result = await answer(args);
  // Another person may have been chosen meanwhile.
  if (result) event.source?.postMessage({ id, uuidAsString, args: result }, event.origin);
});

person.addEventListener('change', open);
theme.addEventListener('change', () => {
  if (listensTo.has('themeChange')) tell('themeChange', [theme.value]);
});
save.hidden = !config;
save.addEventListener('click', () => {
  if (listensTo.has('save')) tell('settings.save', [{}]);
});

async function start() {
  people = await (await fetch('/dev/people')).json();
  for (const { id, name, functions } of people) {
    const option = new Option(functions.length > 0 ? `${name} (${functions.join(', ')})` : name, id);
    option.dataset.name = name;
    person.add(option);
  }
  // Those of the school, and some who have an account and are not on its staff yet.
  for (const { id, name } of [...people, ...strangers])
    document.getElementById('picked').add(new Option(name, id));
  const wanted = (asked.get('als') || '').toLowerCase();
  const found = people.find((p) => p.id.toLowerCase() === wanted || p.name.toLowerCase() === wanted);
  if (found) person.value = found.id;
  theme.value = themes[asked.get('thema')] || 'default';
  open();
}
start();

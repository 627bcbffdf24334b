/* global AdaptiveCards, markdownit */
const markdown = markdownit();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
const choose = (id) => document.getElementById(id);
const { samples, hostConfigs } = await (await fetch('/samples.json')).json();
const options = (select, values) => {
  for (const value of values) select.add(new Option(value));
};
options(choose('theme'), Object.keys(hostConfigs));
options(choose('chapter'), [...new Set(samples.map((s) => s.chapter))]);
const asked = new URLSearchParams(location.search);
for (const [id, value] of asked) if (choose(id)) choose(id).value = value;

function draw() {
  const theme = choose('theme').value;
  document.body.className = theme;
  const shown = samples.filter((s) => s.chapter === choose('chapter').value);
  choose('cards').replaceChildren(...shown.map((sample) => drawOne(sample, theme)));
}

function drawOne({ title, card }, theme) {
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = new AdaptiveCards.HostConfig(hostConfigs[theme]);
  parsed.parse(card);
  const box = document.createElement('div');
  box.className = 'card';
  box.style.width = `${choose('width').value}px`;
  box.append(parsed.render());
  const section = document.createElement('section');
  section.append(Object.assign(document.createElement('h2'), { textContent: title }), box);
  return section;
}

for (const select of document.querySelectorAll('select')) select.addEventListener('change', draw);
draw();

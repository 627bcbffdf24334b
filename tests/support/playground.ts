/**
 * Types and clicks in the Playground's page as a person would.
 *
 * Its elements have no names for tests, so inputs are found by their labels. While a date or a list is open the rest of
 * the page is `aria-hidden`: that is why nothing here is found by its role. It shows only what was sent while it is
 * open, and needs a wide window: in a narrow one the list of chats is out of reach.
 */
import type { Locator, Page } from 'playwright-core';
import { newPage } from './browser.ts';
import { until } from './until.ts';

/** Text for a text, date, person (the name) or single choice (its title); titles for several choices; a boolean for a toggle. */
export type InputValue = string | string[] | boolean;

export interface Message {
  /** Undefined for the person whose window it is. */
  from: string | undefined;
  text: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string) => new RegExp(`^\\s*${escaped(text)}\\s*$`);

export class PlaygroundPage {
  readonly page: Page;
  /** Fills with what goes wrong in the page. */
  readonly faults: string[];

  private constructor(page: Page, faults: string[]) {
    this.page = page;
    this.faults = faults;
  }

  /** Opens the window and waits until the bot knows that it is open. It closes after the test. */
  static async open(url: string): Promise<PlaygroundPage> {
    const { page, faults } = await newPage({ width: 1400, height: 1300 });
    // Several windows with a service each: on a busy machine an answer takes its time.
    page.setDefaultTimeout(25_000);
    await page.goto(url);
    await page.getByText(/conversationUpdate \d+/).waitFor();
    return new PlaygroundPage(page, faults);
  }

  /** To "Personal Chat", "Groepschat", or a channel by its name. */
  async goTo(place: string): Promise<void> {
    const items = this.page.locator('[role=treeitem]');
    await items.filter({ has: this.page.getByText(place, { exact: true }) }).click();
    // Nothing in the page tells which chat is shown.
    await this.page.waitForTimeout(300);
  }

  /** Sends to the chat that is open; in a channel it starts a thread. */
  async say(text: string): Promise<void> {
    await this.composer().click();
    await this.page.keyboard.insertText(text);
    await this.send();
  }

  /** The same, with "@Meldpunt" before it: without that a bot hears nothing in a group or a channel. */
  async mention(text: string, bot = 'Meldpunt'): Promise<void> {
    await this.composer().click();
    await this.page.keyboard.type('@');
    await this.page
      .locator('#typeahead-menu [role=menuitem]')
      .filter({ hasText: exactly(bot) })
      .click();
    await this.page.keyboard.insertText(` ${text}`);
    await this.send();
  }

  /** Waits for the last card that contains this text. */
  async card(text: string): Promise<Locator> {
    const card = this.page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
    await card.waitFor();
    return card;
  }

  /** Waits until the chat or channel that is open shows this text, in a card or not. */
  async waitFor(text: string): Promise<void> {
    await this.content().getByText(text).last().waitFor();
  }

  /** Fills inputs of a card in the order given, by their labels; what stands between brackets after a label may be left out. */
  async fill(card: Locator, values: Record<string, InputValue>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.fillOne(card, label, value);
  }

  /** Presses the button of a card that has this title. */
  async press(card: Locator, title: string): Promise<void> {
    await card.locator(`button[aria-label=${JSON.stringify(title)}]`).click();
  }

  /** Presses the button of the n-th row of a list that has this text. */
  async pressRow(list: Locator, text: string, nth = 0): Promise<void> {
    await list
      .locator(`button[title$=${JSON.stringify(`: ${text}`)}]`)
      .nth(nth)
      .click();
  }

  /** Waits until no card contains this text any more. */
  async gone(text: string): Promise<void> {
    const cards = this.page.locator('.ac-adaptiveCard').filter({ hasText: text });
    await cards.first().waitFor({ state: 'detached' });
  }

  /** What stands in the chat that is open, from top to bottom. A quick answer can stand above what it answers. */
  async messages(): Promise<Message[]> {
    return this.page.locator('[aria-label="Message header"]').evaluateAll((headers) =>
      headers.map((header) => ({
        from: header.querySelector<HTMLElement>('[aria-label="Message author"]')?.innerText,
        text: (header.nextElementSibling as HTMLElement).innerText.trim(),
      })),
    );
  }

  /** The threads of the channel that is open, newest first: each with all its answers. */
  async threads(): Promise<string[]> {
    return this.threadCards().evaluateAll((cards) =>
      cards.map((card) => {
        const box = card.querySelector<HTMLElement>('.fui-CardFooter')?.innerText ?? '';
        return (card as HTMLElement).innerText.slice(0, -box.length || undefined).trim();
      }),
    );
  }

  /** Waits until the channel that is open has a thread with this text. */
  async thread(text: string): Promise<Locator> {
    const thread = this.threadCards().filter({ hasText: text }).first();
    await thread.waitFor();
    return thread;
  }

  /** Opens a channel and tells what its threads say. */
  async threadsOf(channel: string): Promise<string[]> {
    await this.goTo(channel);
    return this.threads();
  }

  private threadCards(): Locator {
    return this.page.locator('.fui-Card').filter({ has: this.page.locator('[aria-label="Send Message"]') });
  }

  /** Everything but the list of chats and the log, which repeats what was sent. */
  private content(): Locator {
    return this.page.locator('.ac-adaptiveCard, [aria-label="Message header"] + *, .fui-Card');
  }

  private composer(): Locator {
    return this.page.locator('[contenteditable=true][role=textbox]').first();
  }

  private async send(): Promise<void> {
    await this.page.locator('[aria-label="Send Message"], button:text-is("Post")').first().click();
  }

  private async fillOne(card: Locator, label: string, value: InputValue): Promise<void> {
    const named = card
      .locator('label.ac-richTextBlock')
      .filter({ hasText: new RegExp(`^\\s*${escaped(label)}( \\(.*\\))?( \\*)?\\s*$`) });
    if ((await named.count()) === 0) {
      const labels = await card.locator('label.ac-richTextBlock').allInnerTexts();
      throw new Error(`the card has no input labelled "${label}", but: ${labels.join(', ')}`);
    }
    const input = named.first().locator('xpath=following-sibling::*[1]');
    if (typeof value === 'boolean') await input.locator('input[type=checkbox]').setChecked(value);
    else if (typeof value === 'string' && (await input.locator('.ms-PeoplePicker').count()) > 0)
      await this.choosePerson(input, value);
    else if ((await input.locator('.fui-Combobox').count()) > 0) await this.choose(input, value);
    else if ((await input.locator('[type=radio], [type=checkbox]').count()) > 0) {
      for (const title of [value].flat()) {
        await input
          .locator('label')
          .filter({ hasText: exactly(title) })
          .click();
      }
    } else if (typeof value !== 'string') throw new Error(`"${label}" takes one text`);
    else if ((await input.locator('.fui-DatePicker').count()) > 0) await this.date(input, value);
    else await input.locator('input, textarea').fill(value);
  }

  private async choose(input: Locator, value: string | string[]): Promise<void> {
    const box = input.locator('input');
    const isOpen = async () => (await box.getAttribute('aria-expanded')) === 'true';
    for (const title of [value].flat()) {
      const option = this.page
        .locator('[role=option], [role=menuitemcheckbox]')
        .filter({ hasText: exactly(title) });
      // A list of several stays open after a choice, and a click would close it. A card that comes draws all cards again:
      // their lists are closed then, and typing does not open them.
      await until(`“${title}” can be chosen`, async () => {
        if (!(await isOpen())) await box.click();
        await box.fill(title);
        return (await isOpen()) && option.isVisible();
      });
      await option.click();
    }
    if (await isOpen()) await box.press('Escape');
  }

  private async choosePerson(input: Locator, name: string): Promise<void> {
    // It compares what is typed with each word of a name apart.
    await input.locator('input').fill(name.split(' ')[0]!);
    await this.page.locator('.ms-Suggestions-itemButton').filter({ hasText: name }).click();
  }

  /** @param value YYYY-MM-DD */
  private async date(input: Locator, value: string): Promise<void> {
    const box = input.locator('input');
    await box.fill(value);
    await box.press('Enter');
    await this.page.keyboard.press('Escape');
    await this.page.locator('.fui-Calendar, [class*=fui-CalendarDay]').first().waitFor({ state: 'hidden' });
  }
}

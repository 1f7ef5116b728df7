import { type Locator, type Page } from 'playwright-core';
import { strings } from '../../src/panel/strings';

const texts = strings.preset;

/** What the preset editor can be asked to do, in an editor's words. */
export class PresetDriver {
  constructor(private readonly page: Page) {}

  /** Opens the chosen preset from Ingest's inputs. */
  async open(): Promise<this> {
    await this.page.getByRole('button', { name: strings.inputs.editPreset }).click();
    await this.page.getByRole('heading', { name: texts.heading, level: 2 }).waitFor();
    return this;
  }

  /** Writes into a field as a hand does, key by key. */
  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    await field.fill('');
    await field.pressSequentially(text);
  }

  /** What stands in a field. */
  valueOf(label: string): Promise<string> {
    return this.field(label).inputValue();
  }

  /** Chooses from a list that opens. */
  async choose(label: string, choice: string): Promise<void> {
    // Spectrum calls the button by what is chosen, and then by the field.
    await this.page.getByRole('button', { name: new RegExp(` ${label}$`) }).click();
    await this.page.getByRole('option', { name: choice }).click();
  }

  /** Presses a button of the editor. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  }

  /** The line of counts, once it speaks of these words; or the sentence that refuses the preset. */
  async summary(words: string): Promise<string> {
    const line = this.page.getByRole('main').getByRole('status').filter({ hasText: words });
    await line.waitFor({ timeout: 120_000 });
    return line.innerText();
  }

  /** The first bins of the tree as they are shown, once one is called so. */
  async bins(name: string): Promise<readonly string[]> {
    const rows = this.page.getByRole('grid', { name: texts.bins }).getByRole('row');
    await rows.filter({ hasText: name }).first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Saves under a path; what is said about it. */
  async save(path: string): Promise<string> {
    await this.field(texts.savePath).fill(path);
    await this.press(texts.save);
    return this.note();
  }

  /** Replaces the file that stands there; what is said about it. */
  async replace(): Promise<string> {
    await this.press(texts.replace);
    await this.page.getByText(texts.savings.saved).waitFor();
    return this.note();
  }

  private note(): Promise<string> {
    return this.page.getByRole('main').getByRole('alert').innerText();
  }

  private field(label: string): Locator {
    return this.page.getByRole('main').getByLabel(label, { exact: true });
  }
}

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { StepCounts } from '../../src/contract/StepReport';
import { strings } from '../../src/panel/strings';
import { PresetDriver } from './PresetDriver';

/** A step as the rail names it. */
export type StepTitle = 'Ingest' | 'Sync' | 'Rough cut' | 'Export' | 'Archive';

const screens = path.join(__dirname, '..', '..', 'artifacts', 'screens');
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** What the panel can be asked to do, in an editor's words. */
export class PanelDriver {
  /** What the page complained of: errors nobody caught and errors on its console. */
  readonly complaints: string[] = [];
  /** Its preset editor. */
  readonly preset: PresetDriver;

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {
    this.preset = new PresetDriver(page);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens the panel in Debian's Chromium. */
  static async open(address: string): Promise<PanelDriver> {
    const executablePath = process.env['SLATEFLOW_CHROMIUM'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: quietly });
    const page = await browser.newPage({ viewport: { width: 900, height: 760 } });
    await page.addInitScript(watchLongTasks);
    const driver = new PanelDriver(browser, page);
    await page.goto(address);
    return driver;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Where the address bar stands. */
  address(): string {
    return this.page.url();
  }

  /** Everything that can be read on the page. */
  words(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Chooses a step in the rail. */
  async goTo(step: StepTitle): Promise<this> {
    await this.page.getByRole('navigation').getByRole('button', { name: step }).click();
    await this.page.getByRole('heading', { name: step, level: 2 }).waitFor();
    return this;
  }

  /** Where a step stands, in the rail's words. */
  standing(step: StepTitle): Promise<string> {
    const button = this.page.getByRole('navigation').getByRole('button', { name: step });
    return button.locator('[data-standing]').innerText();
  }

  /** Writes into an input. */
  async fill(label: string, text: string): Promise<this> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
    return this;
  }

  /** What stands in an input. */
  valueOf(label: string): Promise<string> {
    return this.page.getByLabel(label, { exact: true }).inputValue();
  }

  /** Looks at what the step would do; the sentence of counts. */
  async preview(): Promise<string> {
    await this.page
      .getByRole('button', { name: /^Preview/ })
      .last()
      .click();
    const plan = this.page.getByRole('region', { name: strings.plan.heading });
    return this.unlessProblem(plan, () => plan.getByRole('status').innerText());
  }

  /** Begins to watch the card folders. */
  async watch(): Promise<this> {
    await this.page.getByRole('switch', { name: strings.watch.label }).click();
    return this;
  }

  /** The plan's sentence of counts, once a plan with these words is shown unasked. */
  async planSays(words: string): Promise<string> {
    const plan = this.page.getByRole('region', { name: strings.plan.heading });
    const sentence = plan.getByRole('status').filter({ hasText: words });
    return this.unlessProblem(sentence, () => sentence.innerText());
  }

  /** Presses the button that is named for the act, and reads the numbers of the report. */
  async apply(act: string): Promise<StepCounts> {
    await this.begin(act);
    return this.reportSays();
  }

  /** The numbers of the report, once one is shown. */
  async reportSays(): Promise<StepCounts> {
    const report = this.page.getByRole('region', { name: strings.report.heading });
    return this.unlessProblem(report, () => this.numbers());
  }

  /** Presses the button that is named for the act, and waits for nothing. */
  async begin(act: string): Promise<this> {
    await this.page.getByRole('main').getByRole('button', { name: act, exact: true }).click();
    return this;
  }

  async cancel(): Promise<this> {
    await this.page.getByRole('button', { name: strings.actions.cancel }).click();
    return this;
  }

  /** The report of a bug, as it would be copied. */
  bugReport(): Promise<string> {
    return this.valueOf(strings.bug.report);
  }

  /** Leaves the report of a bug. */
  async goOn(): Promise<this> {
    await this.page.getByRole('button', { name: strings.bug.goOn }).click();
    return this;
  }

  /** The sentence that says why the step could not go on. */
  problem(): Promise<string> {
    return this.page.getByRole('main').getByRole('alert').innerText();
  }

  /** Chooses a row of the table by the keyboard alone; what is shown of it in full. */
  async readFirstRow(): Promise<string> {
    const table = this.rowsTable();
    await table.getByRole('row').nth(1).focus();
    await this.page.keyboard.press('Enter');
    return this.page.locator('dl').innerText();
  }

  /** Leaves in the plan's table what needs an eye alone; how many rows that are, as the button says. */
  async showWhatNeedsAnEye(): Promise<number> {
    const button = this.page.getByRole('button', { name: strings.plan.needsAnEye('') });
    await button.click();
    return Number((await button.innerText()).replace(/\D/g, ''));
  }

  /** What stands in the first cells of the table's first rows, top down. */
  async firstCells(count: number): Promise<readonly string[]> {
    const rows = this.rowsTable().getByRole('row');
    await rows.nth(1).waitFor();
    const shown = Math.min(count, (await rows.count()) - 1);
    const texts: string[] = [];
    for (let row = 1; row <= shown; row += 1) {
      const cell = rows.nth(row).getByRole('rowheader').or(rows.nth(row).getByRole('gridcell'));
      const icons = await cell.first().getByRole('img').evaluateAll(labelsOf);
      texts.push([await cell.first().innerText(), ...icons].join(' '));
    }
    return texts;
  }

  /** Who says what stands in a cell, as the pointer over it learns. */
  async pointAt(text: string): Promise<string> {
    const cell = this.rowsTable().locator('[data-witness]').filter({ hasText: text });
    await cell.first().scrollIntoViewIfNeeded();
    // While a table scrolls, Spectrum lets no pointer through to its cells.
    await this.page.waitForTimeout(400);
    await cell.first().hover();
    return this.page.getByRole('tooltip').innerText();
  }

  /** The same by the keyboard alone: from the first row so many cells to the right. */
  async goRight(cells: number): Promise<string> {
    await this.rowsTable().getByRole('row').nth(1).focus();
    for (let step = 0; step < cells; step += 1) await this.page.keyboard.press('ArrowRight');
    return this.page.getByRole('tooltip').innerText();
  }

  /** The rows of a table beside the plan, or the sentence in its place. */
  beside(heading: string): Promise<string> {
    return this.page.getByRole('region', { name: heading }).innerText();
  }

  /** Scrolls through the table for a while. */
  async scrollTable(): Promise<this> {
    await this.rowsTable().hover();
    for (let turn = 0; turn < 12; turn += 1) {
      await this.page.mouse.wheel(0, 1500);
      await this.page.waitForTimeout(50);
    }
    return this;
  }

  /** Milliseconds of the longest stretch that kept the page from answering, since last asked. */
  async longestTaskMs(): Promise<number> {
    const tasks = await this.page.evaluate(() =>
      (window as unknown as { longTasks: number[] }).longTasks.splice(0),
    );
    return Math.max(0, ...tasks);
  }

  /** Photographs the step as a docked column of 400 px and in a window of 900 px. */
  async photograph(name: string): Promise<this> {
    mkdirSync(screens, { recursive: true });
    for (const width of [400, 900]) {
      await this.page.setViewportSize({ width, height: 760 });
      await this.page.screenshot({ path: path.join(screens, `${name}-${width}.png`) });
    }
    return this;
  }

  /** Whether anything but a table, which scrolls by itself, reaches past the edge of the page. */
  async overflows(width: number): Promise<boolean> {
    await this.page.setViewportSize({ width, height: 760 });
    return this.page.evaluate(() =>
      Array.from(document.querySelectorAll('main *, nav *'))
        .filter((element) => !element.closest('[role=grid], textarea'))
        .some((element) => element.getBoundingClientRect().right > window.innerWidth + 1),
    );
  }

  /** The table of a plan or report, which others may stand below. */
  private rowsTable(): Locator {
    return this.page.getByRole('grid', {
      name: new RegExp(`^(${strings.plan.table}|${strings.report.items})$`),
    });
  }

  private async unlessProblem<Value>(wanted: Locator, read: () => Promise<Value>): Promise<Value> {
    const alert = this.page.getByRole('main').getByRole('alert');
    await wanted.or(alert).first().waitFor({ timeout: 180_000 });
    if (await alert.isVisible()) throw new Error(`The panel says: ${await alert.innerText()}`);
    return read();
  }

  private async numbers(): Promise<StepCounts> {
    const { planned, done, alreadyThere, failed, skipped } = strings.report;
    const read = async (label: string) => {
      const figure = this.page.getByTestId(`count-${label}`);
      return Number((await figure.innerText()).replace(/\D/g, ''));
    };
    return {
      planned: await read(planned),
      done: await read(done),
      alreadyThere: await read(alreadyThere),
      failed: await read(failed),
      skipped: await read(skipped),
    };
  }
}

/** Runs in the page. */
function labelsOf(elements: readonly Element[]): string[] {
  return elements.map((element) => element.getAttribute('aria-label') ?? '');
}

/** Runs in the page before anything else does. */
function watchLongTasks(): void {
  const longTasks: number[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

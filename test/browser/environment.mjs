import { TestEnvironment } from 'jest-environment-node';

/** Says what each open page showed when a story failed: what a person would have seen, and what the browser complained about. */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    const visits = this.global.batonVisits ?? [];
    if (event.name === 'test_fn_start') visits.length = 0;
    if (event.name !== 'test_fn_failure') return;
    for (const { page, complaints, answers } of visits) {
      if (page.isClosed()) continue;
      const shown = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch((error) => `unreadable: ${error.message}`);
      process.stderr.write(`\n${event.test.name}: ${page.url()}\n${[...complaints, ...answers].join('\n')}\n${shown}\n`);
    }
  }
}

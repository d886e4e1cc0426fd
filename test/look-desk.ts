import { openBrowser } from '/work/wt/desk/test/browser/browser.ts';
const [site = '', account = 'officer', ...paths] = process.argv.slice(2);
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: true });
const page = await context.newPage();
page.setDefaultTimeout(240000);
await page.goto(`${site}/sign-in/start`);
await page.locator(`[value="${account}"]`).first().click();
await page.waitForURL(`${site}/**`);
for (const spec of paths) {
  const [name, path, width = '1280', height = '900', full] = spec.split('@');
  await page.setViewportSize({ width: Number(width), height: Number(height) });
  const answer = await page.goto(site + path);
  await page.screenshot({ path: `/tmp/look-${name}.png`, fullPage: full === 'full' });
  const rows = await page.evaluate(
    (h) => [...document.querySelectorAll('.desk tbody tr')].filter((r) => r.getBoundingClientRect().bottom <= h).length,
    Number(height),
  );
  console.log(
    name,
    answer?.status(),
    'rows visible',
    rows,
    await page.evaluate(() => [
      document.querySelectorAll('.desk tbody tr').length,
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      document.querySelector('.desk')?.getBoundingClientRect().top,
    ]),
  );
}
await browser.close();

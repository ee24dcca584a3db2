// SPDX-License-Identifier: MIT
// Opens each page of a folder in Chromium. A sound page must pass every check, and a broken one
// must fail at least one: a check that finds nothing in a broken page is no check.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [folder, shots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [1280, 320];
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run"];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: QUIET,
});

async function opened(path, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true,
    reducedMotion: "reduce" });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, asked: asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:")) };
}

async function barriers(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) =>
    globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  return found.violations.map((each) =>
    `${where}: ${each.id}: ${each.help} (${each.nodes.length} times, first ${each.nodes[0].target})`);
}

// One press of a key after another: what has the focus, as a reader by keyboard meets it.
async function stops(page) {
  const met = [];
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
      return { kind: one.className.split(" ")[0] || one.tagName, name: one.getAttribute("aria-label")
        ?? one.textContent.trim(), seen: inside && marked };
    });
    if (!at) break;
    met.push(at);
  }
  return met;
}

async function keyboard(page) {
  const met = await stops(page);
  const faults = met.filter((each) => !each.seen).map((each) => `keyboard: no focus to be seen on ${each.name}`);
  if (met[0]?.kind !== "skip") faults.push("keyboard: the first stop is not the skip link");
  const links = await page.locator("nav a").count();
  const regions = await page.locator(".scroll").count();
  if (met.filter((each) => each.kind === "A").length !== links) faults.push("keyboard: not every link is reached");
  if (met.filter((each) => each.kind === "scroll").length !== regions) faults.push("keyboard: not every table is reached");
  const wide = await page.evaluate(() => {
    const all = [...document.querySelectorAll(".scroll")];
    const wider = all.find((each) => each.scrollWidth > each.clientWidth);
    wider?.focus();
    return wider ? all.indexOf(wider) : -1;
  });
  if (wide >= 0) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(300);
    const moved = await page.evaluate((at) => document.querySelectorAll(".scroll")[at].scrollLeft, wide);
    if (!moved) faults.push("keyboard: an arrow does not move a wide table");
  }
  return faults;
}

async function printed(page) {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 720, height: 1000 });  // an A4 page within its margins
  const faults = await page.evaluate(() => [
    document.querySelector("nav").checkVisibility() && "print: the links are printed",
    [...document.querySelectorAll(".scroll")].some((each) => getComputedStyle(each).overflowX !== "visible")
      && "print: a table would be cut off",
    document.documentElement.scrollWidth > innerWidth
      && `print: ${document.documentElement.scrollWidth} wide of ${innerWidth}`,
  ].filter(Boolean));
  await page.emulateMedia({ media: null });
  return faults;
}

// What the words of WCAG ask for text spacing (1.4.12) must cost nothing that can be read.
async function spaced(page) {
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
    + "word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth ? ["spacing: the page scrolls sideways"] : []);
}

async function faultsOf(path) {
  const faults = [];
  for (const width of WIDTHS) {
    const { page, asked } = await opened(path, width);
    faults.push(...asked.map((url) => `asks for ${url}`));
    if (await page.locator("script").count()) faults.push("there is a script");
    faults.push(...await barriers(page, `${width} px`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${width} px: the page scrolls sideways by ${wide} px`);
    faults.push(...await keyboard(page));
    if (shots) await shot(page, path, width);
    faults.push(...(width === 320 ? await spaced(page) : await printed(page)));
    await page.context().close();
  }
  return faults;
}

async function shot(page, path, width) {
  const name = path.split("/").pop().replace(".html", "");
  if (!name.startsWith("sound")) return;
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0);
    document.querySelectorAll(".scroll").forEach((each) => { each.scrollLeft = 0; }); });
  await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  if (width === 1280) await page.pdf({ path: join(shots, `${name}.pdf`), preferCSSPageSize: true });
}

const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
let wrong = 0;
const counts = { sound: 0, broken: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith(".html")).sort()) {
  const kind = file.split("-")[0];
  const faults = await faultsOf(join(folder, file));
  counts[kind] += 1;
  if (kind === "sound" && faults.length) {
    wrong += 1;
    console.log(`FAILED ${file}\n  ${faults.join("\n  ")}`);
  } else if (kind === "broken" && !faults.some((each) => each.includes(expected[file]))) {
    wrong += 1;
    console.log(`FAILED ${file}: "${expected[file]}" was not found\n  ${faults.join("\n  ")}`);
  } else {
    const found = faults.find((each) => each.includes(expected[file]));
    console.log(`ok ${file}${found ? `: found, as it must be: ${found}` : ""}`);
  }
}
await browser.close();
if (!counts.sound || !counts.broken) {
  console.log("Browser check: FAILED, there was nothing to look at");
  process.exit(1);
}
console.log(wrong
  ? `Browser check: FAILED on ${wrong} pages`
  : `Browser check: passed, ${counts.sound} pages without a barrier and ${counts.broken} broken ones found out`);
process.exit(wrong ? 1 : 0);

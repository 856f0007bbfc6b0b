import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { projectFolder } from '../../build/run.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { ownOutside } from './outside.ts';

async function start() {
  const folder = await ownFolder();
  const running = await startApp(folder, await ownKeyring());
  await running.page.getByRole('button', { name: 'Try the demo' }).waitFor();
  return { ...running, folder };
}

/** What the window's own scheme answers, asked as the page would. */
const answerOf = (app: ElectronApplication, url: string) =>
  app.evaluate(async ({ session }, address) => {
    const response = await session.fromPartition('window').fetch(address);
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  }, url);

it('serves the page from its own scheme, with a policy that lets nothing in', async () => {
  const { app, page } = await start();
  const outside = await ownOutside();
  expect(await page.evaluate(() => window.location.href)).toBe('app://colodesk/');
  const first = await answerOf(app, 'app://colodesk/');
  const policy = first.headers['content-security-policy'] ?? '';
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  expect((await answerOf(app, 'app://colodesk/')).headers['content-security-policy']).not.toBe(policy);

  const reached = await page.evaluate(async (url) => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.src = `${url}/image`;
    image.setAttribute('onerror', 'window.handlerRan = true');
    const frame = document.createElement('iframe');
    frame.src = `${url}/frame`;
    document.body.append(image, frame);
    const tryEval = (done: (value: unknown) => void, fail: (error: unknown) => void) => {
      try {
        done(new Function('return 1')());
      } catch (error) {
        fail(error);
      }
    };
    const refused = (work: () => unknown) =>
      Promise.resolve()
        .then(work)
        .then(
          () => false,
          () => true,
        );
    return {
      fetchRefused: await refused(() => fetch(`${url}/fetch`)),
      // Later, since what the debugging port itself runs is exempt from the policy.
      evalRefused: await refused(() => new Promise((done, fail) => setTimeout(() => tryEval(done, fail)))),
      ran: Object.keys(window).filter((name) => /Ran$/.test(name)),
    };
  }, outside.url);
  expect(reached).toEqual({ fetchRefused: true, evalRefused: true, ran: [] });
  expect(outside.seen).toEqual([]);
});

it('does nothing while it starts that its own policy forbids', async () => {
  const { page } = await start();
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      violations.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.reload();
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'violations'))).toEqual([]);
});

it('serves its own files and nothing beside them', async () => {
  const { app } = await start();
  const paths = ['../../package.json', '%2e%2e/%2e%2e/package.json', '..%2fmain%2fmain.js', '%00index.html', 'a.json'];
  for (const url of [...paths.map((path) => `app://colodesk/${path}`), 'app://evil/index.html']) {
    const nothing = { status: 404, text: '' };
    expect(await answerOf(app, url).catch(() => nothing), url).toMatchObject(nothing);
  }
});

it('goes nowhere, opens nothing, embeds nothing, may nothing', async () => {
  const { app, page } = await start();
  const outside = await ownOutside();
  const tried = await page.evaluate(async (url) => {
    const opened = [window.open(url), window.open('file:///etc/passwd'), window.open('app://colodesk/')];
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
    document.body.append(link);
    link.click();
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(form);
    form.submit();
    window.location.href = url;
    const view = document.createElement('webview');
    document.body.append(view);
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'allowed',
        () => 'refused',
      );
    return {
      opened: opened.filter((other) => other !== null).length,
      isWebview: 'getWebContentsId' in view,
      notifications: await Notification.requestPermission(),
      position: await refusal(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
      camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refusal(navigator.clipboard.readText()),
    };
  }, outside.url);
  expect(tried).toEqual({
    opened: 0,
    isWebview: false,
    notifications: 'denied',
    position: 'refused',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
  });
  await page.evaluate(() => {
    window.location.href = 'file:///etc/passwd';
  });
  expect(await page.evaluate(() => window.location.href)).toBe('app://colodesk/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(outside.seen).toEqual([]);
});

it('gives the page no Node, a sandbox, and the desk alone', async () => {
  const { app, page } = await start();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    isDeskFixed: Object.isFrozen(window.desk.session) || !Reflect.set(window, 'desk', null),
  }));
  expect(seen).toEqual({ node: [], isDeskFixed: true });
});

it('answers no other window and no other frame', async () => {
  const { app, page } = await start();
  const preload = join(projectFolder, 'out/preload/preload.cjs');
  const call = 'window.desk.session.state().then((outcome) => outcome.problem?.kind ?? "answered")';
  expect(await page.evaluate(call)).toBe('answered');
  const asked = await app.evaluate(
    async ({ BrowserWindow, session }, { file, script }) => {
      const kinds: string[] = [];
      for (const url of ['app://colodesk/', 'data:text/html,<p>foreign</p>']) {
        const webPreferences = { preload: file, session: session.fromPartition('window') };
        const other = new BrowserWindow({ show: false, webPreferences });
        await other.loadURL(url);
        kinds.push(await other.webContents.executeJavaScript(script));
        other.destroy();
      }
      return kinds;
    },
    { file: preload, script: call },
  );
  expect(asked).toEqual(['caller-refused', 'caller-refused']);
});

it('shows what the server sends as text, never as markup', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const hostile = '<img src=x onerror="window.ran=1"><b>bold</b><script>window.ran=1</script>{{7*7}}';
  const [ticket] = service.tickets();
  if (!ticket) throw new Error('the demo service has no ticket');
  Object.assign(ticket, { title: hostile, description: hostile, location: hostile, customerReference: hostile });
  const { page } = await start();
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  await parts(page).search.fill(ticket.id);
  await parts(page).rows.filter({ hasText: ticket.id }).click();
  await parts(page).ticket.getByRole('heading', { name: hostile }).waitFor();
  await parts(page).ticket.getByText(hostile).nth(2).waitFor();
  expect(await page.evaluate(() => [document.querySelectorAll('img, b').length, 'ran' in window])).toEqual([0, false]);
});

it('a link in a ticket opens in the browser, and only when the user agrees', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const [ticket] = service.tickets();
  if (!ticket) throw new Error('the demo service has no ticket');
  Object.assign(ticket, { description: 'See https://tickets.example/a. Not http://tickets.example/b' });
  const { app, page } = await start();
  await app.evaluate(({ dialog, shell }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    let answer = 1;
    dialog.showMessageBox = async () => ({ response: answer--, checkboxChecked: false });
    shell.openExternal = async (url) => void asked.push(url);
  });
  const opened = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  await parts(page).search.fill(ticket.id);
  await parts(page).rows.filter({ hasText: ticket.id }).click();
  const link = parts(page).ticket.getByRole('link');
  await link.waitFor();
  expect(await link.allTextContents()).toEqual(['https://tickets.example/a']);
  await link.click();
  expect(await opened()).toEqual([]);
  await link.click();
  await expect.poll(opened).toEqual(['https://tickets.example/a']);
  expect(await page.evaluate(() => window.location.href)).toBe('app://colodesk/');
});

it('makes no report of a crash, and the page comes back', async () => {
  const { app, folder } = await start();
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    await isBack;
    return contents?.getTitle();
  });
  expect(title).toBe('Colodesk');
  const dumps = await app.evaluate(({ app: electron }) => electron.getPath('crashDumps'));
  const files = [...(await filesUnder(folder)), ...(await filesUnder(dumps).catch(() => []))];
  expect(files.filter((file) => file.endsWith('.dmp'))).toEqual([]);
});

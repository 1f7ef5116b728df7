import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { RenderRequest } from '../../../src/contract/MediaEngine';
import { connectEngine } from '../../../src/engine/client/connectEngine';
import { openJournal } from '../../../src/engine/journal/Journal';
import { aJob } from '../../helpers/engineJob';
import { aFolder, startTestEngine, type TestEngine } from '../../helpers/engineProcess';
import { aClip } from '../../helpers/mediaFiles';

let engine: TestEngine;
let panelDir: string;

beforeAll(async () => {
  const folder = await aFolder('panel');
  panelDir = path.join(folder, 'panel');
  mkdirSync(panelDir);
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(panelDir, 'index.html'), '<!doctype html><title>Slateflow</title>');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(panelDir, 'link.txt'));
  engine = await startTestEngine({ panelDir });
});

afterAll(() => engine.stop());

describe('the door', () => {
  const get = (url: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string; policy: string }>((resolve, reject) => {
      const { hostname, port } = new URL(engine.address);
      httpRequest({ hostname, port, path: url, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => {
          const policy = response.headers['content-security-policy'] ?? '';
          resolve({ status: response.statusCode ?? 0, text, policy: String(policy) });
        });
      })
        .on('error', reject)
        .end();
    });

  const connect = async (headers: Record<string, string>) => {
    const socket = new WebSocket(engine.address.replace('http', 'ws'), { headers });
    try {
      await once(socket, 'open');
      return 'open';
    } catch (error) {
      return (error as Error).message;
    } finally {
      socket.terminate();
    }
  };

  test('tells its health without a token, and refuses another Host', async () => {
    expect(await get('/health')).toMatchObject({ status: 200 });
    expect(await get('/health', { host: 'evil.example' })).toMatchObject({ status: 403 });
  });

  test('serves the page under a strict policy, and nothing outside its folder', async () => {
    const page = await get('/');
    expect(page.text).toContain('Slateflow');
    expect(page.policy).toContain(`script-src 'self';`);
    expect(page.policy).toContain(`connect-src 'self' ws://127.0.0.1:*`);
    for (const url of [
      '/../secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/link.txt',
      '/absent',
      '/%',
      '/%00',
    ]) {
      expect((await get(url)).status).toBe(404);
    }
  });

  test('refuses foreign Origins and Hosts before the connection stands', async () => {
    expect(await connect({ origin: 'http://evil.example' })).toContain('403');
    expect(await connect({ origin: 'null' })).toContain('403');
    expect(await connect({ host: 'evil.example' })).toContain('403');
    expect(await connect({ origin: engine.address })).toBe('open');
    expect(await connect({})).toBe('open');
  });

  test('closes a connection with a wrong token, or none', async () => {
    const wrong = connectEngine({ address: engine.address, token: 'x'.repeat(43), WebSocket });
    await expect(wrong).rejects.toMatchObject({ code: 'engine-unreachable' });
    const socket = new WebSocket(engine.address.replace('http', 'ws'));
    await once(socket, 'open');
    socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'hello' } }));
    await once(socket, 'close');
  });

  test('the token stands in no log', () => {
    const log = readFileSync(path.join(engine.stateDir, 'engine.log'), 'utf8');
    expect(log).toContain('wrong token');
    expect(log).not.toContain(engine.token);
  });
});

describe('calls and jobs', () => {
  test('answers quick calls, and failures with their code', async () => {
    const file = path.join(await aFolder('call'), 'a.txt');
    await engine.engine.writeText({ path: file, text: 'é', overwrite: false });
    expect(await engine.engine.readText({ path: file })).toEqual({ text: 'é', encoding: 'utf-8' });
    const again = engine.engine.writeText({ path: file, text: '', overwrite: false });
    await expect(again).rejects.toMatchObject({ code: 'file-exists', name: 'UserFacingError' });
  });

  test('runs a job with progress, and refuses input of the wrong shape', async () => {
    const folder = await aFolder('job');
    const clip = await aClip(folder, { name: 'a.mov', seconds: 1 });
    const job = aJob();
    const results = await engine.engine.probe({ paths: [clip] }, job);
    expect(results).toMatchObject([{ ok: true, media: { path: clip } }]);
    expect(job.progresses.at(-1)).toEqual({ done: 1, total: 1, unit: 'files', subject: clip });
    const wrong = engine.engine.probe({ paths: ['a\0b'] }, aJob());
    await expect(wrong).rejects.toMatchObject({ code: 'bad-arguments' });
  });

  test('ends a cancelled job within a second', async () => {
    const folder = await aFolder('cancel');
    const file = path.join(folder, 'large');
    writeFileSync(file, Buffer.alloc(64 * 1024 * 1024));
    const started = Date.now();
    const job = aJob((_, cancel) => {
      cancel();
    });
    const paths = Array.from({ length: 200 }, () => file);
    await expect(engine.engine.hashFiles({ paths }, job)).rejects.toThrow('cancelled by the test');
    expect(job.progresses.length).toBeGreaterThan(0);
    expect(Date.now() - started).toBeLessThan(1500);
  });
});

describe('ends', () => {
  test('a killed engine leaves its journal whole and the job interrupted; waiting calls fail', async () => {
    const folder = await aFolder('kill');
    const file = path.join(folder, 'large');
    writeFileSync(file, Buffer.alloc(64 * 1024 * 1024));
    const doomed = await startTestEngine();
    const job = aJob(() => process.kill(doomed.pid, 'SIGKILL'));
    const paths = Array.from({ length: 200 }, () => file);
    const lost = doomed.engine.hashFiles({ paths }, job);
    await expect(lost).rejects.toMatchObject({ code: 'engine-unreachable' });
    const later = doomed.engine.readText({ path: file });
    await expect(later).rejects.toMatchObject({ code: 'engine-unreachable' });

    await doomed.stop();
    const journal = openJournal(doomed.stateDir);
    expect(journal.interruptedJobs()).toMatchObject([{ kind: 'hashFiles', state: 'interrupted' }]);
    journal.close();
    const next = await startTestEngine({ stateDir: doomed.stateDir });
    expect(await next.engine.hashFiles({ paths: [] }, aJob())).toEqual([]);
    await next.stop();
  });

  test('a killed engine takes its ffmpeg along and leaves no file under the final name', async () => {
    const folder = await aFolder('kill');
    const request = await aLongRender(folder);
    const doomed = await startTestEngine();
    const job = aJob(() => process.kill(doomed.pid, 'SIGKILL'));
    const lost = doomed.engine.render(request, job);
    await expect(lost).rejects.toMatchObject({ code: 'engine-unreachable' });
    // The encoder sees the end of its input and winds up what it has.
    for (let waited = 0; processesOn(folder).length > 0 && waited < 20_000; waited += 200) {
      await sleep(200);
    }
    expect(processesOn(folder)).toEqual([]);
    expect(existsSync(request.outputPath)).toBe(false);
  });

  test('a cancelled render ends within a second, with nothing left behind', async () => {
    const folder = await aFolder('cancel');
    const request = await aLongRender(folder);
    const before = readdirSync(folder);
    let cancelledAt = 0;
    const job = aJob((_, cancel) => {
      cancelledAt ||= Date.now();
      cancel();
    });
    await expect(engine.engine.render(request, job)).rejects.toThrow('cancelled by the test');
    expect(Date.now() - cancelledAt).toBeLessThan(1000);
    expect(readdirSync(folder)).toEqual(before);
    expect(processesOn(folder)).toEqual([]);
  });

  test('stopping ends the process', async () => {
    const other = await startTestEngine();
    await other.stop();
    await sleep(50);
    expect(() => process.kill(other.pid, 0)).toThrow();
  });
});

/** Ten minutes of picture: nothing that a test waits for. */
async function aLongRender(folder: string): Promise<RenderRequest> {
  const clip = await aClip(folder, { name: 'a.mov', rate: '25' });
  const seconds = (count: number) => String(BigInt(count) * 254016000000n);
  const events = Array.from({ length: 300 }, (_, index) => ({
    mediaPath: clip,
    startTicks: seconds(index * 2),
    endTicks: seconds(index * 2 + 2),
    inTicks: '0',
    gain: 1,
    channels: [],
  }));
  return {
    outputPath: path.join(folder, 'cut.mov'),
    sequenceRate: '25/1',
    sequenceWidth: 320,
    sequenceHeight: 180,
    durationTicks: seconds(600),
    startTimecode: '',
    videoTracks: [events],
    audioTracks: [],
    format: {
      container: 'mov',
      videoCodec: 'h264',
      profile: 'main',
      width: 1280,
      height: 720,
      frameRate: '25/1',
      videoBitrateKbps: 2000,
      audioCodec: 'pcm_s16le',
      audioChannels: 1,
      sampleRate: 48000,
      audioBitrateKbps: 0,
    },
  };
}

/** Command lines of the processes that work on files of this folder (Linux tells without tools). */
function processesOn(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => path.join('/proc', name, 'cmdline'))
    .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
    .filter((line) => line.includes(folder));
}

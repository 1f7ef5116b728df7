import { createEs3Context } from '../../src/premiere/simulated/es3/es3Context';
import { readHostBundle } from '../helpers/hostBundle';
import { hostFaults } from '../helpers/hostFaults';

const hostile = `'); app.quit(); //"\u2028 é 🎬 \\ \u0000 \n`;

let bundle: string;
beforeAll(async () => {
  bundle = await readHostBundle();
});

/** An ES3 engine with nothing of Premiere in it but an `app` with the projects given. */
function anEngine(source: string, app: string = '{ projects: { numProjects: 0 } }') {
  const context = createEs3Context();
  context.run(`var $ = { global: this }; var app = ${app};`, 'globals');
  context.run(source, 'slateflow.jsx');
  return {
    context,
    call(name: string, requestJson: string) {
      // The newer line ends of a request are escaped, as the CEP side escapes them.
      const literal = JSON.stringify(requestJson).replace(/\u2028/g, '\\u2028');
      const script = `$.global["com.slateflow.host"].call(${JSON.stringify(name)}, ${literal})`;
      return context.run(script, 'call') as string;
    },
  };
}

describe('the built host bundle without anything newer than ES3', () => {
  test('takes one name in the shared global object', () => {
    const names = 'var all = []; for (var key in this) all.push(key); all.join()';
    const before = anEngine('').context.run(names, 'names');
    const after = anEngine(bundle).context.run(names, 'names');
    const added = String(after)
      .split(',')
      .filter((name) => !String(before).split(',').includes(name));
    expect(added).toEqual(['com.slateflow.host']);
  });

  test('brings JSON of its own and leaves the engine without one', () => {
    const engine = anEngine(bundle);
    expect(engine.call('readEncoderJobs', '{}')).toBe('{"ok":true,"value":{"jobs":[]}}');
    expect(engine.context.run('typeof JSON', 'json')).toBe('undefined');
  });

  test('gives names back as they came, in plain ASCII', () => {
    const reply = anEngine(bundle).call('saveProject', JSON.stringify({ projectPath: hostile }));
    expect(reply).toMatch(/^[\u0020-\u007e]*$/);
    expect(JSON.parse(reply)).toEqual({
      ok: false,
      code: 'project-not-open',
      message: `The project ${hostile} is not open in Premiere.`,
    });
  });

  test.each(['', '{', '[1,', '{"a" 1}', '"\\x"', '"\\u12', 'nul', '1 2', '{"a":1}}', 'alert(1)'])(
    'refuses the request %s without evaluating it',
    (request) => {
      const reply = JSON.parse(anEngine(bundle).call('readEncoderJobs', request)) as object;
      expect(reply).toMatchObject({ ok: false, code: 'bad-request' });
    },
  );

  test.each(['quit', 'constructor', 'hasOwnProperty', '__proto__'])('has no call %s', (name) => {
    const reply = JSON.parse(anEngine(bundle).call(name, '{}')) as object;
    expect(reply).toMatchObject({ ok: false, code: 'bad-request' });
  });

  test('is not misled by what another panel hangs on every object', () => {
    const engine = anEngine(bundle);
    engine.context.run('Object.prototype.leaked = 1; Array.prototype.leaked = 1;', 'other panel');
    expect(engine.call('readEncoderJobs', '{}')).toBe('{"ok":true,"value":{"jobs":[]}}');
  });

  test('answers with the message of whatever was thrown', () => {
    const engine = anEngine(
      bundle,
      '{ projects: { numProjects: { valueOf: function () { throw "Bad argument"; } } } }',
    );
    expect(JSON.parse(engine.call('saveProject', '{"projectPath":"/a"}'))).toEqual({
      ok: false,
      code: 'host-error',
      message: 'Bad argument',
    });
  });

  test('keeps the jobs that were heard of when the panel is opened again', () => {
    const engine = anEngine(bundle);
    const job = '{ jobId: "a", status: "done", progress: 1, message: "" }';
    engine.context.run(`$.global["com.slateflow.host"].state.encoderJobs.push(${job})`, 'job');
    engine.context.run(bundle, 'slateflow.jsx');
    expect(engine.call('readEncoderJobs', '{}')).toContain('"jobId":"a"');
  });

  test('catches an array method in host code', async () => {
    const project = '{ path: "/a", name: "a", save: function () {} }';
    const app = `{ projects: { numProjects: 1, 0: ${project} } }`;
    const request = '{"projectPath":"/a"}';
    const faulty = anEngine(await readHostBundle(hostFaults.arrayMethod), app);
    expect(anEngine(bundle, app).call('saveProject', request)).toBe(
      '{"ok":true,"value":{"path":"/a"}}',
    );
    expect(JSON.parse(faulty.call('saveProject', request))).toMatchObject({
      ok: false,
      code: 'host-error',
    });
  });
});

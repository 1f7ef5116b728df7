import { openTestPremiere } from '../../helpers/testPremiere';

test('$ tells of its surroundings and keeps what is set', async () => {
  const { run } = await openTestPremiere();
  const script = `$.level = 1; $.strict = true; var first = $.hiresTimer, second = $.hiresTimer;
    [typeof $.build, $.engineName, $.decimalPoint, $.screens[0].right > 0, $.level, $.strict, second < 1000000,
      $.getenv('NO_SUCH_NAME'), $.colorPicker(1), typeof $.summary(), $.global === this].join()`;
  expect(await run(script)).toBe('number,NewWorld,.,true,1,true,true,,-1,string,true');
  expect(await run(`(function outer() { return $.stack; })()`)).toContain('outer()');
  await run(`$._PPP_ = { answer: function () { return 42; } }`);
  expect(await run('$._PPP_.answer()')).toBe('42');
});

test('a library is loaded once it is asked for, the way every function does it', async () => {
  const { run } = await openTestPremiere();
  const load = `if (ExternalObject.AdobeXMPScript === undefined) { ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript'); }`;
  expect(await run(`var before = typeof XMPMeta; ${load} ${load} before + typeof XMPMeta`)).toBe(
    'undefinedfunction',
  );
  expect(await run(`try { new ExternalObject('lib:none') } catch (e) { 'refused' }`)).toBe(
    'refused',
  );
});

test('an event carries its attributes', async () => {
  const { premiere, run } = await openTestPremiere();
  const heard: string[] = [];
  premiere.addEventListener('my.event', (data) => heard.push(data));
  const script = `var lib = new ExternalObject('lib:PlugPlugExternalObject.dll');
    var e = new CSXSEvent('my.event', 'APPLICATION', 'first'); e.dispatch(); e.data = '{"a":1}'; e.dispatch();
    [e.type, e.scope, e.appId].join()`;
  expect(await run(script)).toBe('my.event,APPLICATION,PPRO');
  expect(heard).toEqual(['first', '{"a":1}']);
});

test('a message to an application that is not there comes back as an error between scripts', async () => {
  const { run } = await openTestPremiere();
  const script = `var told = '', bt = new BridgeTalk(); bt.target = 'aftereffects'; bt.body = '1';
    bt.onError = function (message) { told = message.body; }; bt.onResult = function () { told = 'result'; };
    [bt.send(), told, BridgeTalk.appName, BridgeTalk.isRunning('aftereffects'), BridgeTalk.getSpecifier('photoshop'), BridgeTalk.getStatus('ame')].join('|')`;
  expect(await run(script)).toBe('false||premierepro|false||ISNOTRUNNING');
  expect(await run('told')).toBe('Target aftereffects is not installed');
  await run(
    `bt.target = BridgeTalk.getSpecifier('premierepro'); bt.body = '20 + 22'; bt.onResult = function (m) { told = m.body; }; bt.send()`,
  );
  await run('1');
  expect(await run('told')).toBe('42');
});

test('a dialog of a script is cancelled, and its texts are kept', async () => {
  const { run, premiere } = await openTestPremiere();
  const script = `var w = new Window('dialog', 'Settings'), g = w.add('group'), list, button;
    g.orientation = 'row'; g.add('statictext', undefined, 'Name:'); g.add('edittext', undefined, 'x').characters = 20;
    list = w.add('dropdownlist', undefined, ['one', 'two']); list.selection = 0;
    button = w.add('button', undefined, 'OK', { name: 'ok' }); button.onClick = function () { w.close(1); };
    [w.show(), list.items.length, list.items[1].text, w.ok === button].join()`;
  expect(await run(script)).toBe('2,2,two,true');
  expect(premiere.alerts).toEqual(['Settings\nName:\nx\nOK']);
  expect(
    await run(
      `var r = new Window("dialog { text: 'Hi', g: Group { ok: Button { text: 'Yes' } } }"); r.g.ok.text + r.show()`,
    ),
  ).toBe('Yes2');
});

test('the simulated Premiere offers no network', async () => {
  const { run } = await openTestPremiere();
  expect(
    await run(
      `var s = new Socket(); [s.open('example.com:80'), s.connected, s.error !== ''].join()`,
    ),
  ).toBe('false,false,true');
});

import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { simulatedMedia } from '../../helpers/simulatedMedia';

test('2,000 items are imported, described and walked by one script', async () => {
  const paths = Array.from({ length: 2000 }, (_clip, index) => `/cards/A${index}.mov`);
  const media = simulatedMedia(Object.fromEntries(paths.map((path) => [path, {}])));
  const premiere = openSimulatedPremiere({ projectPath: '/nowhere/Show.sfproj', media });
  const script = `var i, item, text = '', ns = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/', xmp;
    new ExternalObject('lib:AdobeXMPScript');
    var root = app.project.rootItem; app.project.importFiles([${paths.map((path) => `'${path}'`).join()}], true, root, false);
    for (i = 0; i < root.children.numItems; i++) {
      item = root.children[i];
      xmp = new XMPMeta(item.getProjectMetadata());
      xmp.setProperty(ns, 'Column.PropertyText.Scene', String(i));
      item.setProjectMetadata(xmp.serialize(), ['Column.PropertyText.Scene']);
      item.setColorLabel(3);
      text += item.nodeId + item.name + item.getMediaPath() + item.startTime().ticks + item.getOutPoint(4).ticks;
    }
    text.length > 2000`;
  expect(await premiere.evalScript(script)).toBe('true');
  expect(premiere.snapshot().items.at(-1)?.metadata.scene).toBe('1999');
});

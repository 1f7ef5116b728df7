import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" xmpDM:scene="24">
   <xmpDM:duration rdf:parseType="Resource"><xmpDM:value>99</xmpDM:value><xmpDM:scale>1/25</xmpDM:scale></xmpDM:duration>
   <xmpDM:videoFrameSize stDim:w="1920" stDim:h="1080"/>
   <dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Seq></dc:creator>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A title</rdf:li><rdf:li xml:lang="de-DE">Ein Titel</rdf:li></rdf:Alt></dc:title>
  </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

let opened: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  opened = await openTestPremiere();
  ({ run } = opened);
  await run(`new ExternalObject('lib:AdobeXMPScript');
    var DM = XMPConst.NS_DM, DC = XMPConst.NS_DC, xmp = new XMPMeta(${JSON.stringify(packet)});
    function again() { return new XMPMeta(xmp.serialize()); }`);
});

test('structures are read by field and by path, however they are written', async () => {
  const script = `[xmp.getStructField(DM, 'duration', DM, 'value'), xmp.getProperty(DM, 'duration/xmpDM:scale'),
    xmp.getStructField(DM, 'videoFrameSize', XMPConst.NS_XMP_DIMENSIONS, 'w').value, xmp.doesStructFieldExist(DM, 'duration', DM, 'none'),
    xmp.getProperty(DM, 'duration').options === XMPConst.PROP_IS_STRUCT].join()`;
  expect(await run(script)).toBe('99,1/25,1920,false,true');
});

test('fields, items and qualifiers that are set survive being written', async () => {
  const script = `xmp.setStructField(DM, 'duration', DM, 'value', 100); xmp.setStructField(DM, 'altTimecode', DM, 'timeValue', '01:00:00:00');
    xmp.appendArrayItem(DC, 'creator', 'Three'); xmp.insertArrayItem(DC, 'creator', 1, 'Zero'); xmp.deleteArrayItem(DC, 'creator', 2);
    xmp.setQualifier(DC, 'creator[1]', DM, 'role', 'editor'); xmp.setProperty(DM, 'good', true); xmp.setProperty(DM, 'takeNumber', 3);
    var a = again();
    [a.getStructField(DM, 'duration', DM, 'value'), a.getProperty(DM, 'altTimecode/xmpDM:timeValue'), a.countArrayItems(DC, 'creator'),
      a.getArrayItem(DC, 'creator', 1), a.getArrayItem(DC, 'creator', -1), a.getQualifier(DC, 'creator[1]', DM, 'role'),
      a.getProperty(DM, 'good'), a.getProperty(DM, 'takeNumber', XMPConst.INTEGER).value + 1, a.getProperty(DM, 'scene')].join()`;
  expect(await run(script)).toBe('100,01:00:00:00,3,Zero,Three,editor,True,4,24');
  expect(await run(`xmp.serialize().indexOf('<rdf:Seq>') > 0`)).toBe('true');
});

test('arrays are made in the order that is asked for', async () => {
  const script = `var m = new XMPMeta(); m.appendArrayItem(DC, 'subject', 'a', 0, XMPConst.ARRAY_IS_ORDERED);
    m.setProperty(DC, 'rights', null, XMPConst.ARRAY_IS_ALTERNATIVE); m.appendArrayItem(DC, 'relation', 'b');
    var t = m.serialize(); [t.indexOf('rdf:Seq') > 0, t.indexOf('rdf:Alt') > 0, t.indexOf('rdf:Bag') > 0, m.doesArrayItemExist(DC, 'subject', 2)].join()`;
  expect(await run(script)).toBe('true,true,true,false');
});

test('texts in several languages', async () => {
  const script = `xmp.setLocalizedText(DC, 'title', '', 'fr-FR', 'Un titre'); xmp.setLocalizedText(DC, 'description', 'en', 'en-US', 'Words');
    var a = again();
    [a.getLocalizedText(DC, 'title', '', 'de-DE'), a.getLocalizedText(DC, 'title', '', 'it'), a.getLocalizedText(DC, 'title', '', 'fr-FR').locale,
      a.getArrayItem(DC, 'description', 1), a.getProperty(DC, 'title[?xml:lang="de-DE"]')].join()`;
  expect(await run(script)).toBe('Ein Titel,A title,fr-FR,Words,Ein Titel');
});

test('namespaces are registered, known by prefix, and written with it', async () => {
  const script = `XMPMeta.registerNamespace('http://example.com/ns/', 'ex'); xmp.setProperty('http://example.com/ns/', 'a', 1);
    [XMPMeta.getNamespacePrefix(DC), XMPMeta.getNamespaceURI('dc:') === DC, XMPMeta.getNamespacePrefix('http://example.com/ns/'),
      xmp.serialize().indexOf('<ex:a>1</ex:a>') > 0, XMPMeta.dumpNamespaces().indexOf('xmpDM:') >= 0].join()`;
  expect(await run(script)).toBe('dc:,true,ex:,true,true');
});

test('a packet is written with or without its wrapper, and dumped', async () => {
  const script = `var bare = xmp.serialize(XMPConst.SERIALIZE_OMIT_PACKET_WRAPPER | XMPConst.SERIALIZE_USE_COMPACT_FORMAT);
    [bare.indexOf('xpacket'), xmp.serialize().indexOf('<?xpacket begin'), xmp.dumpObject().indexOf('dc:creator[2] = "Two"') > 0,
      String(xmp.getProperty(DM, 'none')), new XMPMeta(xmp.serializeToArray()).getProperty(DM, 'scene')].join()`;
  expect(await run(script)).toBe('-1,0,true,undefined,24');
});

test('an iterator walks all there is below a property', async () => {
  const script = `var walk = xmp.iterator(XMPConst.ITERATOR_JUST_LEAFNODES | XMPConst.ITERATOR_OMIT_QUALIFIERS, DC, 'creator'), one, told = [];
    while ((one = walk.next())) told.push(one.path + '=' + one); told.join()`;
  expect(await run(script)).toBe('creator[1]=One,creator[2]=Two');
});

test('utilities compose paths and join arrays', async () => {
  const script = `[XMPUtils.composeArrayItemPath(DC, 'creator', 2), XMPUtils.composeStructFieldPath(DM, 'duration', DM, 'xmpDM:value'),
    xmp.getProperty(DC, XMPUtils.composeArrayItemPath(DC, 'creator', 2)), XMPUtils.catenateArrayItems(xmp, DC, 'creator', ' + ')].join('|')`;
  expect(await run(script)).toBe('creator[2]|duration/xmpDM:value|Two|One + Two');
});

test('dates are written with their zone', async () => {
  const script = `var d = new XMPDateTime(new Date(2020, 0, 2, 3, 4, 5)); d.convertToUTCTime();
    [d.year, d.month, d.day, d.getDate().getHours(), String(d).slice(-1)].join()`;
  expect(await run(script)).toBe('2020,1,2,3,Z');
});

test('a file’s packet is found in it, and written beside it', async () => {
  const media = path.join(opened.folder, 'clip.mov');
  fs.writeFileSync(media, `moov....${packet}....`);
  const script = `var f = new XMPFile(${JSON.stringify(media)}, XMPConst.FILE_MOV, XMPConst.OPEN_FOR_UPDATE), m = f.getXMP();
    m.setProperty(DM, 'scene', '25'); var can = f.canPutXMP(m); f.putXMP(m); f.closeFile(XMPConst.CLOSE_UPDATE_SAFELY);
    can + new XMPFile(${JSON.stringify(media)}, XMPConst.UNKNOWN, XMPConst.OPEN_FOR_READ).getXMP().getProperty(DM, 'scene')`;
  expect(await run(script)).toBe('true25');
  expect(fs.existsSync(path.join(opened.folder, 'clip.xmp'))).toBe(true);
});

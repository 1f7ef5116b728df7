import { describeMembers } from './describeMembers';

describeMembers(`var file = new File(folder + '/a note.txt')`, [
  [
    'new File',
    'takes a native path or a URI, and need not be there',
    `[new File(folder + '/x.txt').exists, new File(folder + '/a%20note.txt').fsName === file.fsName, file instanceof File].join()`,
    'false,true,true',
  ],
  ['File.fsName', 'is the native path', `file.fsName === folder + '/a note.txt'`, 'true'],
  [
    'File.exists',
    'is looked up at each reading',
    `var before = file.exists; written('a note.txt', 'x'); [before, file.exists].join()`,
    'false,true',
  ],
  [
    'File.open',
    'is a boolean: a file that is not there cannot be read',
    `[file.open('r'), file.open('w'), file.close(), file.open('r'), file.close()].join()`,
    'false,true,true,true,true',
  ],
  [
    'File.close',
    'is true, and what was written is there',
    `file.open('w'); file.write('abc'); [file.close(), file.length].join()`,
    'true,3',
  ],
  ['File.name', 'is the last part of the URI', `file.name`, 'a%20note.txt'],
  ['File.displayName', 'is the last part as people write it', `file.displayName`, 'a note.txt'],
  [
    'File.parent',
    'is the folder it lies in',
    `[file.parent instanceof Folder, file.parent.fsName === folder].join()`,
    'true,true',
  ],
  [
    'File.read',
    'reads so many characters, or the rest',
    `written('a note.txt', 'one two'); file.open('r'); var first = file.read(3), rest = file.read(); file.close(); [first, rest].join('|')`,
    'one| two',
  ],
  [
    'File.write',
    'is a boolean, and adds where the file stands open',
    `file.open('w'); var answer = file.write('one'); file.write('two'); file.close(); file.open('r'); var text = file.read(); file.close(); [answer, text].join()`,
    'true,onetwo',
  ],
  [
    'File.writeln',
    'ends the line',
    `file.lineFeed = 'Unix'; file.open('w'); file.writeln('one'); file.writeln('two'); file.close(); file.open('r'); var text = file.read(); file.close(); text.split('\\n').join('|')`,
    'one|two|',
  ],
  [
    'File.remove',
    'is a boolean, and the file is gone',
    `written('a note.txt', 'x'); [file.remove(), file.exists, file.remove()].join()`,
    'true,false,false',
  ],
  [
    'File.encoding',
    'is what text becomes bytes by',
    `file.encoding = 'UTF-8'; file.open('w'); file.write('\\u00e9'); file.close(); var utf8 = file.length;
     file.encoding = 'BINARY'; file.open('w'); file.write('\\u00e9'); file.close(); [utf8, file.length].join()`,
    '2,1',
  ],
  ['File.length', 'is the size in bytes', `written('a note.txt', '12345'); file.length`, '5'],
  [
    'File (static).openDialog',
    'is null when nobody picks a file',
    `File.openDialog('Pick', '*.csv', false)`,
    'null',
  ],
]);

describeMembers(`var place = new Folder(folder + '/cards')`, [
  [
    'new Folder',
    'need not be there',
    `[place.exists, place instanceof Folder, new Folder(folder).exists].join()`,
    'false,true,true',
  ],
  ['Folder.fsName', 'is the native path', `place.fsName === folder + '/cards'`, 'true'],
  [
    'Folder.exists',
    'is looked up at each reading',
    `var before = place.exists; place.create(); [before, place.exists].join()`,
    'false,true',
  ],
  [
    'Folder.create',
    'is a boolean, and the folder is there',
    `[place.create(), place.exists].join()`,
    'true,true',
  ],
  [
    'Folder.getFiles',
    'is an array of files and folders, all, by a mask, or by a function',
    `place.create(); new Folder(folder + '/cards/A').create(); written('cards/a.mov', 'x'); written('cards/b.txt', 'x');
     var all = place.getFiles(), picked = place.getFiles('*.mov'), chosen = place.getFiles(function (one) { return one instanceof Folder; });
     [all.length, picked.length, picked[0].name, picked[0] instanceof File, chosen.length, chosen[0].name].join()`,
    '3,1,a.mov,true,1,A',
  ],
  ['Folder.parent', 'is the folder above', `place.parent.fsName === folder`, 'true'],
  [
    'Folder (static).selectDialog',
    'is null when nobody picks a folder',
    `Folder.selectDialog('Pick')`,
    'null',
  ],
  [
    'Folder (static).fs',
    'names the file system',
    `Folder.fs === 'Macintosh' || Folder.fs === 'Windows'`,
    'true',
  ],
  [
    'Folder (static).userData',
    'is a folder',
    `[Folder.userData instanceof Folder, Folder.userData.fsName.length > 1].join()`,
    'true,true',
  ],
  [
    'Folder (static).temp',
    'is a folder that is there',
    `[Folder.temp instanceof Folder, Folder.temp.exists].join()`,
    'true,true',
  ],
]);

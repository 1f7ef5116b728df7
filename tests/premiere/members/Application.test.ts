import { describeMembers } from './describeMembers';

describeMembers(`var other = project.path.replace('Show', 'Other')`, [
  [
    'Application.project',
    'is the project in front, a new wrapper at each access',
    `[app.project.name, app.project === app.project, app.project.documentID === project.documentID].join()`,
    'Show.sfproj,false,true',
  ],
  [
    'Application.enableQE',
    'makes qe known, answers true, and may be called again',
    `[typeof qe, app.enableQE(), typeof qe, app.enableQE(), qe.project.name].join()`,
    'undefined,true,object,true,Show.sfproj',
  ],
  [
    'Application.encoder',
    'is the queue of Media Encoder',
    `[typeof app.encoder, app.encoder.ENCODE_ENTIRE, app.encoder.ENCODE_IN_TO_OUT, app.encoder.ENCODE_WORKAREA].join()`,
    'object,0,1,2',
  ],
  [
    'Application.version',
    'is text of numbers and dots',
    `[typeof app.version, app.version.split('.').length, parseFloat(app.version)].join()`,
    'string,3,25.6',
  ],
  [
    'Application.setSDKEventMessage',
    'answers true for each kind of message',
    `[app.setSDKEventMessage('a', 'info'), app.setSDKEventMessage('b', 'warning'), app.setSDKEventMessage('c', 'error')].join()`,
    'true,true,true',
  ],
  [
    'Application.sourceMonitor',
    'shows the item that is opened in it, until it is closed',
    `var clip = bring('/cards/A001.mov'); app.sourceMonitor.openProjectItem(clip);
     var shown = app.sourceMonitor.getProjectItem().nodeId === clip.nodeId; app.sourceMonitor.closeClip();
     shown + ',' + !app.sourceMonitor.getProjectItem()`,
    'true,true',
  ],
  [
    'Application.build',
    'is text that begins with the number of the version',
    `typeof app.build + ',' + (app.build.indexOf(app.version.split('.')[0]) === 0 || app.build.length > 0)`,
    'string,true',
  ],
  [
    'Application.bind',
    'tells the handler bound last, between scripts and not within one',
    [
      `var heard = []; app.bind('onSequenceActivated', function () { heard.push('first'); });
       app.bind('onSequenceActivated', function () { heard.push('last'); });
       var one = made('One', bring('/cards/A001.mov')), two = made('Two', root.children[0]);
       project.openSequence(one.sequenceID); var during = heard.length;`,
      `[during, heard.length > 0, /first/.test(heard.join())].join()`,
    ],
    '0,true,false',
  ],
  [
    'Application.isDocumentOpen',
    'is true while a project is open',
    [
      `var before = app.isDocumentOpen(); project.closeDocument(0, 0)`,
      `before + ',' + app.isDocumentOpen()`,
    ],
    'true,false',
  ],
  [
    'Application.openDocument',
    'opens a project file and brings it to the front',
    [
      `project.save(); var shows = project.path; app.newProject(other)`,
      `var before = app.project.path === other, answer = app.openDocument(shows, true, true, true, true)`,
      `[before, answer, app.project.path === shows, app.projects.numProjects].join()`,
    ],
    'true,true,true,2',
  ],
  [
    'Application.getProjectViewIDs',
    'names the panel of each open project',
    `var ids = app.getProjectViewIDs();
     [ids.length, app.getProjectFromViewID(ids[0]).documentID === project.documentID].join()`,
    '1,true',
  ],
  [
    'Application.path',
    'is where the application lies',
    `typeof app.path + ',' + (app.path.length > 0)`,
    'string,true',
  ],
  [
    'Application.setExtensionPersistent',
    'answers true',
    `app.setExtensionPersistent('com.example.panel', 1)`,
    'true',
  ],
  [
    'Application.getProjectViewSelection',
    'is what was selected in a panel',
    `var clip = bring('/cards/A001.mov'), id = app.getProjectViewIDs()[0]; bring('/cards/A002.mov');
     app.setProjectViewSelection([clip], id); var picked = app.getProjectViewSelection(id);
     [picked.length, picked[0].nodeId === clip.nodeId].join()`,
    '1,true',
  ],
  [
    'Application.getCurrentProjectViewSelection',
    'is null when nothing is selected',
    `var none = app.getCurrentProjectViewSelection(), clip = bring('/cards/A001.mov');
     app.setProjectViewSelection([clip], app.getProjectViewIDs()[0]);
     none + ',' + app.getCurrentProjectViewSelection()[0].nodeId.length`,
    'null,8',
  ],
  [
    'Application.properties',
    'keeps preferences by key',
    `app.properties.setProperty('BE.Prefs.Own', 'on', 1, true);
     [app.properties.doesPropertyExist('BE.Prefs.Own'), app.properties.getProperty('BE.Prefs.Own')].join()`,
    'true,on',
  ],
  [
    'Properties.setProperty',
    'makes a key only when it is told to',
    `app.properties.setProperty('BE.Prefs.Unknown', '1', 1, false);
     var before = app.properties.doesPropertyExist('BE.Prefs.Unknown');
     app.properties.setProperty('BE.Prefs.Unknown', '1', 1, true);
     before + ',' + app.properties.doesPropertyExist('BE.Prefs.Unknown')`,
    'false,true',
  ],
  [
    'ProjectCollection.numProjects',
    'counts the open projects',
    [
      `project.save(); app.newProject(other)`,
      `[app.projects.numProjects, app.projects.length, app.projects[2]].join()`,
    ],
    '2,2,',
  ],
  [
    'Application.newProject',
    'makes a project, saves it and brings it to the front',
    [
      `var answer = app.newProject(other)`,
      `[answer, app.project.path === other, new File(other).exists].join()`,
    ],
    'true,true,true',
  ],
  [
    'SourceMonitor.openProjectItem',
    'opens a clip',
    `var clip = bring('/cards/A001.mov'); app.sourceMonitor.openProjectItem(clip); app.sourceMonitor.getProjectItem().name`,
    'A001.mov',
  ],
]);

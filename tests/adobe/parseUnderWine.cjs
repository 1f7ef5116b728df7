// Runs inside a Windows Node (under Wine on Linux): asks Adobe's parser about each source named in
// the job file and writes its answers to the answer file, since Wine's standard output is not usable.
const fs = require('fs');

const [libraryPath, jobPath, answerPath] = process.argv.slice(2);
const library = require(libraryPath);
library.esdInitialize('slateflow', process.pid);
const sources = JSON.parse(fs.readFileSync(jobPath, 'utf8'));
const answers = sources.map((source) => library.esdCheckSyntax(source, 'slateflow.jsx', '.'));
fs.writeFileSync(answerPath, JSON.stringify(answers));
process.reallyExit(0);

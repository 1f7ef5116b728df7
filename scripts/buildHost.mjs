// Builds the ExtendScript host: gathers src/host in dependency order into ONE flat script inside one
// function, since no bundler's module run-time is ES3, and emits it as ES3 in plain ASCII.
//
//   node scripts/buildHost.mjs [--source DIR] [--out FILE] [--drop-parentheses]
//
// --drop-parentheses leaves out the step that keeps them; the gates' tests use it.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import swc from '@swc/core';
import ts from 'typescript';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    source: { type: 'string', default: path.join(root, 'src', 'host') },
    out: { type: 'string', default: path.join(root, 'dist', 'host', 'slateflow.jsx') },
    'drop-parentheses': { type: 'boolean', default: false },
  },
});

/** Modules of the host, each after those it imports. */
function gatherModules(entry) {
  const ordered = [];
  const state = new Map();
  const visit = (file, from) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') throw new Error(`${from} and ${file} import each other.`);
    state.set(file, 'open');
    const source = parseSource(file, readFileSync(file, 'utf8'));
    for (const statement of source.statements) {
      if (isValueImport(statement)) {
        visit(path.resolve(path.dirname(file), `${statement.moduleSpecifier.text}.ts`), file);
      }
    }
    state.set(file, 'done');
    ordered.push(source);
  };
  visit(entry, 'the build');
  return ordered;
}

function parseSource(name, text) {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

function isValueImport(statement) {
  return ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly;
}

/** A module's text as it stands in the one function: no imports, nothing exported. */
function flatten(source) {
  const cuts = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return [cutOf(statement, source)];
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) {
      throw new Error(`${source.fileName} may only export declarations.`);
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    return modifiers
      .filter((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
      .map((modifier) => cutOf(modifier, source));
  });
  return editText(
    source.text,
    cuts.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

function cutOf(node, source) {
  return { start: node.getStart(source), end: node.getEnd() };
}

/** One function holds all modules: no two may declare the same name, no import may be renamed. */
function refuseClashes(modules) {
  const owners = new Map();
  for (const source of modules) {
    for (const name of source.statements.flatMap(valueNames)) {
      const owner = owners.get(name);
      if (owner) throw new Error(`${source.fileName} and ${owner} both declare “${name}”.`);
      owners.set(name, source.fileName);
    }
    if (source.statements.some(renames)) throw new Error(`${source.fileName} renames an import.`);
  }
}

function valueNames(statement) {
  if (ts.isFunctionDeclaration(statement)) return [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
}

function renames(statement) {
  if (!isValueImport(statement)) return false;
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || ts.isNamespaceImport(bindings)) return true;
  return bindings.elements.some((element) => element.propertyName);
}

function toEs3(typescript) {
  return swc.transformSync(typescript, {
    configFile: false,
    swcrc: false,
    isModule: true,
    jsc: { target: 'es3', parser: { syntax: 'typescript' } },
  }).code;
}

/**
 * ExtendScript gives && and || the same precedence, and printers leave out parentheses that
 * JavaScript does not need: every operand with another operator gets its own.
 */
function keepParentheses(code) {
  const source = parseSource('slateflow.js', code);
  const edits = [];
  const visit = (node) => {
    const isMixed =
      ts.isBinaryExpression(node) &&
      ts.isBinaryExpression(node.parent) &&
      !isAssignment(node.parent.operatorToken.kind) &&
      node.operatorToken.kind !== node.parent.operatorToken.kind;
    if (isMixed) {
      edits.push({ start: node.getStart(source), end: node.getStart(source), text: '(' });
      edits.push({ start: node.getEnd(), end: node.getEnd(), text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return editText(code, edits);
}

function isAssignment(kind) {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Replaces spans of a text; spans never overlap. */
function editText(text, edits) {
  let edited = '';
  let position = 0;
  for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
    edited += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return edited + text.slice(position);
}

/** A .jsx without a BOM is read in a system code page: everything beyond ASCII is escaped. */
function toAscii(code) {
  return code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function indent(code) {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const modules = gatherModules(path.join(path.resolve(options.source), 'main.ts'));
refuseClashes(modules);
const flat = toEs3(modules.map(flatten).join('\n'));
const safe = options['drop-parentheses'] ? flat : keepParentheses(flat);
const head = `    var slateflowVersion = ${JSON.stringify(version)};`;
const bundle = toAscii(`(function() {\n${head}\n${indent(safe)}\n})();\n`);

const out = path.resolve(options.out);
mkdirSync(path.dirname(out), { recursive: true });
writeFileSync(`${out}.partial`, bundle);
renameSync(`${out}.partial`, out);
console.log(
  `${path.relative(process.cwd(), out)}: ${modules.length} modules, ${bundle.length} bytes`,
);

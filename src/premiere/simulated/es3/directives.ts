import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { adobeErrorText, DialectError } from './adobeErrors';

/** Where a line of an expanded source came from. */
export interface LineOrigin {
  readonly fileName: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A source without directives. */
export interface ExpandedSource {
  readonly text: string;
  /** One a line; null when every line is the script's own. */
  readonly origins: readonly LineOrigin[] | null;
}

/** The directives ExtendScript knows; any other line with `#` is a syntax error of the parser's. */
const directive =
  /^[ \t]*(?:#|\/\/[ \t]*@)(include|includepath|target|targetengine|engine|script|strict)(?![\w$])(.*)$/;
const anyDirective = /^[ \t]*(?:#|\/\/[ \t]*@)[a-z]/m;
const deepestInclude = 50;

/** Reads a script file as ExtendScript does: UTF-8, with or without its mark. */
export function readScriptFile(filePath: string): string {
  return fs.readFileSync(filePath, 'utf8').replace(/^\uFEFF/, '');
}

/**
 * Takes the directives out of a source and puts the included files in, each where it is named:
 * beside the including file, else along the include path.
 * @throws DialectError when an included file is not there
 */
export function expandDirectives(source: string, fileName: string): ExpandedSource {
  if (!anyDirective.test(source)) return { text: source, origins: null };
  const expansion = new Expansion();
  expansion.add(source, fileName, 0);
  const text = expansion.lines.join('\n');
  return { text, origins: expansion.hasIncluded ? expansion.origins : null };
}

/** Grows line by line. */
class Expansion {
  readonly lines: string[] = [];
  readonly origins: LineOrigin[] = [];
  hasIncluded = false;
  private includePath: readonly string[] = [];

  add(source: string, fileName: string, depth: number): void {
    const state = { isComment: false };
    source.split(/\r\n|[\r\n]/).forEach((line, index) => {
      const origin = { fileName, line: index + 1 };
      const [, name, rest = ''] = (state.isComment ? null : directive.exec(line)) ?? [];
      if (name === undefined) {
        state.isComment = endsInComment(line, state.isComment);
        this.push(line, origin);
      } else this.obey({ name, value: unquote(rest), origin, depth });
    });
  }

  private obey(said: {
    readonly name: string;
    readonly value: string;
    readonly origin: LineOrigin;
    readonly depth: number;
  }): void {
    const { name, value, origin, depth } = said;
    if (name === 'include') {
      this.include(value, origin, depth);
      return;
    }
    if (name === 'includepath') this.includePath = value.split(';').filter((part) => part !== '');
    this.push('', origin);
  }

  private include(value: string, origin: LineOrigin, depth: number): void {
    const folder = origin.fileName === '' ? process.cwd() : path.dirname(origin.fileName);
    const found = ['.', ...this.includePath]
      .map((place) => path.resolve(folder, atHome(place), atHome(value)))
      .find((candidate) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile());
    if (found === undefined || depth >= deepestInclude) {
      const message = `${adobeErrorText(48)}: ${value}`;
      throw new DialectError(48, message, origin);
    }
    this.hasIncluded = true;
    this.add(readScriptFile(found), found, depth + 1);
  }

  private push(line: string, origin: LineOrigin): void {
    this.lines.push(line);
    this.origins.push(origin);
  }
}

function unquote(rest: string): string {
  const [, quoted, bare = ''] = /^\s*(?:["']([^"']*)["']|([^;]*))/.exec(rest) ?? [];
  return decode(quoted ?? bare.trim());
}

/** Paths may stand in URI notation. */
function decode(text: string): string {
  return text.replace(/%20/g, ' ').replace(/\\/g, '/');
}

function atHome(place: string): string {
  return place.replace(/^~(?=$|\/)/, os.homedir());
}

/** Whether a block comment is still open after a line. Texts end with their line. */
function endsInComment(line: string, isComment: boolean): boolean {
  let rest = line;
  for (let isOpen = isComment; ; isOpen = !isOpen) {
    const next = isOpen
      ? /\*\//.exec(rest)
      : /^(?:"(?:\\.|[^"\\])*(?:"|$)|'(?:\\.|[^'\\])*(?:'|$)|(?!\/\/|\/\*)[^"'])*\/\*/.exec(rest);
    if (!next) return isOpen;
    rest = rest.slice(next.index + next[0].length);
  }
}

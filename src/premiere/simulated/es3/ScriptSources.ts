import vm from 'node:vm';
import { AdobeParser } from './AdobeParser';
import { adobeErrorText, DialectError } from './adobeErrors';
import { expandDirectives, type LineOrigin } from './directives';

/** A place in a script, as errors and `$` tell it. */
export interface ScriptPlace {
  /** Empty for a script from the panel. */
  readonly fileName: string;
  /** Counted from 1. */
  readonly line: number;
  /** Function that was running; empty at the top. */
  readonly functionName: string;
  /** The text that ran last under that name; empty for an included file. */
  readonly source: string;
}

interface KnownSource {
  readonly fileName: string;
  readonly origins: readonly LineOrigin[] | null;
}

const frame = /slateflow-script-(\d+):(\d+):\d+\)?$/;
const called = /^\s*at (?:new )?([^\s(]+) .*\(/;
const mostCompiled = 256;
const longestKept = 200_000;

/**
 * Scripts on their way into the engine underneath: read by Adobe's grammar, written so that the
 * engine understands them alike, compiled once however often they run, and found again in its
 * stack traces.
 */
export class ScriptSources {
  private readonly known: KnownSource[] = [];
  private readonly idsByFile = new Map<string, number>();
  private readonly compiled = new Map<string, vm.Script>();
  private readonly latest = new Map<string, string>();

  /** A script that can be run. @throws DialectError for what ExtendScript refuses */
  compile(source: string, fileName: string): vm.Script {
    const key = `${fileName}\0${source}`;
    this.latest.set(fileName, source);
    // A script that includes files is read anew: they may have changed.
    const kept = this.compiled.get(key);
    if (kept) return kept;
    const { text, origins } = expandDirectives(source, fileName);
    const id = this.register({ fileName, origins });
    const runnable = this.located(() => toRunnable(text), { fileName, origins });
    const script = compileRunnable(runnable, `slateflow-script-${id}`);
    if (origins === null && source.length < longestKept) this.keep(key, script);
    return script;
  }

  /** A text for a direct `eval`. @throws DialectError for what ExtendScript refuses */
  toEvalText(source: string, fileName: string): string {
    const { text, origins } = expandDirectives(source, fileName);
    const runnable = this.located(() => toRunnable(text), { fileName, origins });
    const id = this.register({ fileName, origins });
    return `${runnable}\n//# sourceURL=slateflow-script-${id}`;
  }

  /** Where a stack trace has been in scripts, innermost first. */
  placesIn(stack: string): readonly ScriptPlace[] {
    const places: ScriptPlace[] = [];
    for (const line of stack.split('\n')) {
      const [, id, at] = frame.exec(line) ?? [];
      const [, name = ''] = called.exec(line) ?? [];
      if (id === undefined) continue;
      const functionName = name.replace(/^.*\./, '').replace(/^<anonymous>$|^eval$/, '');
      const place = this.place(Number(id), Number(at));
      places.push({ ...place, functionName, source: this.latest.get(place.fileName) ?? '' });
    }
    return places;
  }

  private place(id: number, line: number): LineOrigin {
    const { fileName = '', origins = null } = this.known[id] ?? {};
    return origins?.[line - 1] ?? { fileName, line };
  }

  private register(source: KnownSource): number {
    const id = source.origins === null ? this.idsByFile.get(source.fileName) : undefined;
    if (id !== undefined) return id;
    const made = this.known.push(source) - 1;
    if (source.origins === null) this.idsByFile.set(source.fileName, made);
    return made;
  }

  /** Errors of an expanded source are told where they stand in their own file. */
  private located<Value>(read: () => Value, { fileName, origins }: KnownSource): Value {
    try {
      return read();
    } catch (cause) {
      if (!(cause instanceof DialectError)) throw cause;
      const origin = origins?.[cause.line - 1] ?? { fileName, line: cause.line };
      throw new DialectError(cause.number, cause.message, origin);
    }
  }

  private keep(key: string, script: vm.Script): void {
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= mostCompiled && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(key, script);
  }
}

function toRunnable(source: string): string {
  const parser = new AdobeParser(source);
  parser.readAll();
  return withoutImport(parser.edits.apply(source));
}

/** ES3 has no word `import`; written with an escape it is no keyword, yet the same text in a string. */
function withoutImport(source: string): string {
  return source.replace(/(\\*)\bimport\b/g, (_word, slashes: string) => {
    const isEscaped = slashes.length % 2 === 1;
    return `${isEscaped ? slashes.slice(1) : slashes}\\u0069mport`;
  });
}

/** What only the engine underneath refuses is a syntax error like any other. */
function compileRunnable(runnable: string, filename: string): vm.Script {
  try {
    return new vm.Script(runnable, { filename });
  } catch (cause) {
    throw new DialectError(8, adobeErrorText(8), { line: lineOf(cause) });
  }
}

function lineOf(cause: unknown): number {
  const { stack = '' } = cause instanceof Error ? cause : {};
  return Number(/slateflow-script-\d+:(\d+)/.exec(stack)?.[1] ?? 1);
}

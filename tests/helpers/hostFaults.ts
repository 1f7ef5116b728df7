import type { SourceEdit } from './hostBundle';

const save = '  project.save();\n';

/** Faults that pass elsewhere and fail in Premiere, each put into the source of one host call. */
export const hostFaults = {
  arrayMethod: fault('[project].map(textOf);'),
  nestedTernary: fault('textOf(project.path ? (project.name ? 1 : 2) : 3);'),
  slashInClass: fault('textOf(/[/]/.test(project.path));'),
  keywordKey: fault('textOf({ default: 1 });'),
  reservedName: fault('const int = 1; textOf(int);'),
  json: fault("JSON.parse('1');"),
} as const satisfies Record<string, SourceEdit>;

/** `&&` within `||`, which ExtendScript reads from left to right. */
export const mixedOperators: SourceEdit = fault(
  'textOf(project.path || (project.name && project.documentID));',
);

function fault(statement: string): SourceEdit {
  return { file: 'saveProject.ts', from: save, to: `${save}  ${statement}\n` };
}

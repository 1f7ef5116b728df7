import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import { askHost } from './askHost';

/**
 * Saves the project and looks whether its file was written: whatever Premiere says, what stands in
 * an unsaved project is lost when it closes. A finding where it was not.
 */
export async function saveProject(
  projectPath: string,
  { premiere, engine }: Ports,
  job: JobContext,
): Promise<readonly Finding[]> {
  const complaints: string[] = [];
  const before = await readWrittenMs(projectPath, engine, job);
  await askHost(() => premiere.saveProject({ projectPath }), complaints);
  const after = await readWrittenMs(projectPath, engine, job);
  if (after !== null && after !== before) return [];
  const [said] = complaints;
  const words = said === undefined ? '' : ` It said: ${said}`;
  return [
    {
      code: 'project-not-saved',
      severity: 'error',
      subject: projectPath,
      message: `Premiere did not save the project. Save it in Premiere before you close it.${words}`,
    },
  ];
}

/** When the file was last written; null when there is none. */
async function readWrittenMs(
  path: string,
  engine: Ports['engine'],
  job: JobContext,
): Promise<number | null> {
  const { files } = await engine.listSources({ sources: [path] }, job);
  return files[0]?.modifiedMs ?? null;
}

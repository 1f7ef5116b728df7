import type { ReadProjectRequest } from '../contract/host';
import type { Ports } from '../contract/Ports';

/**
 * Ports for one job: the project that is in front when it first asks stays the one it means,
 * whatever comes to the front while it runs.
 */
export function stayInProject({ premiere, engine }: Ports): Ports {
  let path: string | null = null;
  const readProject = async (request: ReadProjectRequest) => {
    const project = await premiere.readProject({
      ...request,
      projectPath: request.projectPath ?? path,
    });
    path ??= project.path;
    return project;
  };
  return { premiere: { ...premiere, readProject }, engine };
}

import type { ProjectRequest } from '../contract/host';
import { findProject } from './findProject';
import { textOf } from './hostValues';

/** Saves the project under the name it has. */
export function saveProject(request: ProjectRequest): { readonly path: string } {
  const project = findProject(request.projectPath);
  project.save();
  return { path: textOf(project.path) };
}

import { isInProject } from '../model/bins';
import { toList } from '../es3/scriptValues';
import type { Project, ProjectItem } from '../model/ProjectModel';
import type { Session } from '../model/Session';
import type { Dom } from './Dom';

/** What is selected in a project's panel: an array, or null when nothing is. */
function selectionOf(dom: Dom, project: Project | undefined): object | null {
  const selected = project ? (dom.session.selections.get(project) ?? []) : [];
  const standing = selected.filter((item) => !dom.session.isGone(item));
  return standing.length === 0 ? null : dom.wrapAll('ProjectItem', standing);
}

/** Selects items in a project's panel and tells who listens. */
export function select(dom: Dom, project: Project, items: readonly ProjectItem[]): void {
  dom.session.selections.set(
    project,
    items.filter((item) => isInProject(item, project)),
  );
  const { applicationEvents } = dom.services;
  const name = 'onSourceClipSelectedInProjectPanel';
  if (!applicationEvents.handlerOf(name)) return;
  // Older samples take the view as a second argument, later ones as a property of the first.
  const selected = dom.wrapAll('ProjectItem', items) as Record<string, unknown>;
  selected['viewID'] = project.documentId;
  applicationEvents.post(name, selected, project.documentId);
}

/** Project panels: one to each open project, known by the project's document id. */
export function projectViews(dom: Dom) {
  const projectOf = (viewId: unknown): Project | undefined =>
    dom.session.projects.find(({ documentId }) => documentId === viewId);
  return {
    getProjectViewIDs: ({ projects }: Session) =>
      projects.length === 0 ? null : dom.realm.array(projects.map(({ documentId }) => documentId)),
    getProjectViewSelection: (_session: Session, [viewId]: readonly unknown[]) =>
      selectionOf(dom, projectOf(viewId)),
    getProjectFromViewID: (_session: Session, [viewId]: readonly unknown[]) => {
      const project = projectOf(viewId);
      return project ? dom.wrap('Project', project) : null;
    },
    setProjectViewSelection: (_session: Session, [items, viewId]: readonly unknown[]) => {
      const project = projectOf(viewId);
      const wanted = toList(items).map((item) => dom.demand('ProjectItem', item));
      if (project) select(dom, project, wanted);
      return true;
    },
    ...(dom.session.behaviour.hasMoveAndDisabled
      ? {
          getCurrentProjectViewSelection: ({ shownProject }: Session) =>
            selectionOf(dom, shownProject ?? undefined),
        }
      : {}),
  };
}

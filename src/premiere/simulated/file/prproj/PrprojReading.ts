import type { PremiereProject } from '../../../../domain/interchange/prproj/PremiereProject';
import type { Remarks } from '../../../../domain/interchange/prproj/Remarks';
import type { Media, PlaceableItem, Project, Sequence } from '../../model/ProjectModel';
import type { Session } from '../../model/Session';

/** One project of Adobe Premiere on its way into the simulator. */
export interface PrprojReading {
  readonly source: PremiereProject;
  readonly session: Session;
  readonly project: Project;
  /** What is kept in the file alone. */
  readonly remarks: Remarks;
  /** By the GUIDs of the file. */
  readonly media: ReadonlyMap<string, Media>;
  readonly sequences: ReadonlyMap<string, Sequence>;
  /** GUID of a master clip that plays a medium, by the medium's. */
  readonly masterOfMedia: ReadonlyMap<string, string>;
  /** What stands for a master clip; filled while bins and tracks are read. */
  readonly items: Map<string, PlaceableItem>;
}

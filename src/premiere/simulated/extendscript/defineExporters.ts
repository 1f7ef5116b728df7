import fs from 'node:fs';
import { formatExportPreset } from '../../../domain/interchange/epr';
import { toFourCharacterCode } from '../../../domain/interchange/epr/eprCodes';
import type { ExportPreset } from '../../../domain/spec/ExportPreset';
import { toText } from '../es3/scriptValues';
import type { Dom } from './Dom';

/** `Exporter` and `EncoderPreset`: what `app.encoder.getExporters()` leads to. */
export function defineExporters(dom: Dom): void {
  dom.define('Exporter', {
    getters: {
      name: ({ exporter }) => exporter.name,
      classID: ({ exporter }) => toFourCharacterCode(exporter.classId),
      fileType: ({ exporter }) => toFourCharacterCode(exporter.fileType),
    },
    methods: {
      getPresets: ({ presets }) => dom.wrapAll('EncoderPreset', presets),
    },
  });
  dom.define('EncoderPreset', {
    getters: {
      name: ({ name }) => name,
      matchName: ({ name }) => name,
    },
    methods: {
      writeToFile: (preset, [filePath]) => writePreset(preset, toText(filePath)),
    },
  });
}

function writePreset(preset: ExportPreset, filePath: string): boolean {
  try {
    fs.writeFileSync(filePath, formatExportPreset(preset));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

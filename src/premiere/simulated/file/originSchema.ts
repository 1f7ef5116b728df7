import { z } from 'zod';

const counted = { count: z.number() };

/** What a project of Adobe Premiere said of a medium, as our project file keeps it. */
export const mediaOriginSchema = z.strictObject({
  wasOnline: z.boolean(),
  offlineReason: z.number(),
  generator: z.string(),
});

/** The project of Adobe Premiere that a project was read from, as our project file keeps it. */
export const originSchema = z.strictObject({
  report: z.strictObject({
    path: z.string(),
    projectVersion: z.string(),
    build: z.string(),
    objects: z.array(z.strictObject({ tag: z.string(), ...counted })),
    remarks: z.array(z.strictObject({ text: z.string(), ...counted })),
    missingMedia: z.array(z.string()),
  }),
  original: z.strictObject({ packing: z.enum(['as it was', 'gzip']), base64: z.string() }),
});

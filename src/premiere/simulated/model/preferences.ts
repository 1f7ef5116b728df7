/** Names of the colour labels, by index (premiere-hosts C3). */
const labelNames = [
  'Violet',
  'Iris',
  'Caribbean',
  'Lavender',
  'Cerulean',
  'Forest',
  'Rose',
  'Mango',
  'Purple',
  'Blue',
  'Teal',
  'Magenta',
  'Tan',
  'Green',
  'Brown',
  'Yellow',
] as const;

/**
 * Colours of the labels as Premiere keeps them, blue × 65536 + green × 256 + red. The first and
 * the last are as preference files show them; the others are near them, not established.
 */
const labelColors = [
  14717094, 13395322, 11577137, 14788298, 14398256, 5605477, 10457080, 3574244, 10485906, 16743503,
  8421376, 15356628, 10008526, 1476637, 1262987, 6611682,
] as const;

/** Other preferences that public scripts read. Values are texts, as `getProperty` gives them. */
const others: Readonly<Record<string, string>> = {
  'BE.Prefs.Audio.AutoPeakGeneration': 'true',
  'BE.Prefs.StillImages.DefaultDuration': '150',
  'FE.Prefs.ImportWorkspace': '1',
  'FE.Application.LastWorkspaceName': 'Editing',
  'MZ.Prefs.ShowQuickstartDialog': '1',
};

/** The preferences of a Premiere that nobody has changed. */
export function defaultPreferences(): Map<string, string> {
  const labels = labelNames.flatMap((name, index): [string, string][] => [
    [`BE.Prefs.LabelNames.${index}`, name],
    [`BE.Prefs.LabelColors.${index}`, String(labelColors[index] ?? 0)],
  ]);
  return new Map([...labels, ...Object.entries(others)]);
}

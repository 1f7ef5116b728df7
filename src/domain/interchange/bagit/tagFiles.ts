/** Names of a bag's own files (RFC 8493, section 2). */
export const bagFileNames = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  payload: 'data',
} as const;

/** The declaration of a bag of version 1.0 (RFC 8493, section 2.1.1). */
export function formatBagDeclaration(): string {
  return 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
}

/** Whether a text declares a bag that we can read: version 0.93 to 1.x, tag files in UTF-8. */
export function isBagDeclaration(text: string): boolean {
  const [version = '', encoding = '', ...rest] = text.trim().split(/\r\n|\r|\n/);
  return (
    rest.length === 0 &&
    /^BagIt-Version:\s*(?:0\.9[3-9]|1\.\d+)\s*$/i.test(version) &&
    /^Tag-File-Character-Encoding:\s*UTF-?8\s*$/i.test(encoding)
  );
}

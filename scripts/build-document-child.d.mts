export function buildDocumentChild(outfile: string): Promise<void>

export function buildDocumentChild(outfile: string, options?: { minify?: boolean }): Promise<void>

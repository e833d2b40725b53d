export function buildDocumentChild(outfile: string): Promise<void>
export function copyEngineFiles(folder: string): Promise<void>

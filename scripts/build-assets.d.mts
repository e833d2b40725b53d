/** Builds what browsers load into a folder of its own, which is emptied first. */
export function buildAssets(outdir: string): Promise<void>

const MIB = 1024 * 1024

/** How much of one sheet is read. The largest list in the country has some 15,000 rows of about 500 characters. */
export const SHEET_LIMITS = {
  /** Bytes of a CSV file. */
  csvBytes: 16 * MIB,
  /** Characters of one CSV record. */
  csvRecord: 128_000,
  /** Records of a CSV file, empty ones too: to pass over an empty line costs as much as to read a short one. */
  csvRecords: 200_000,
  /** Rows with a filled cell. */
  rows: 100_000,
  /** Columns from A; cells further right are counted, not read. */
  columns: 256,
  /** Filled cells. */
  cells: 1_000_000,
  /** Characters of all filled cells, a shared string counted each time it is used. */
  characters: 32 * MIB,
  /** Filled cells of all sheets of one workbook that are read, one read twice counted twice. */
  workbookCells: 2_000_000,
  /** Characters of all those cells. */
  workbookCharacters: 64 * MIB,
  /** Merged ranges. */
  merges: 100_000,
  /** Entries of a workbook's table of shared strings. */
  sharedStrings: 1_000_000,
  /** Characters of a workbook's table of shared strings. */
  sharedCharacters: 32 * MIB,
} as const

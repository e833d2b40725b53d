import { BLOCKS, type Block } from '../../dossier/agency.ts'
import { foldWords } from '../catalogue/fold-words.ts'

/** How registers name the blocks, folded; `ubnd` is written out. The id of a block is one of its names. */
const WORDS: Record<Block, readonly string[]> = {
  ministry: ['bo', 'bo co quan ngang bo'],
  'provincial-committee': ['uy ban nhan dan cap tinh', 'uy ban nhan dan tinh', 'van phong uy ban nhan dan tinh'],
  department: [
    'so',
    'so nganh',
    'so va tuong duong',
    'co quan chuyen mon cap tinh',
    'co quan chuyen mon thuoc uy ban nhan dan cap tinh',
    'co quan chuyen mon thuoc uy ban nhan dan tinh',
  ],
  'sub-department': ['chi cuc', 'chi cuc va tuong duong', 'chi cuc va tuong duong thuoc co quan chuyen mon'],
  'management-board': ['ban', 'ban quan ly', 'ban quan ly truc thuoc uy ban nhan dan cap tinh'],
  district: ['huyen', 'quan', 'quan huyen', 'cap huyen', 'uy ban nhan dan cap huyen', 'uy ban nhan dan huyen'],
  'district-office': ['phong', 'co quan chuyen mon cap huyen', 'co quan chuyen mon thuoc uy ban nhan dan cap huyen'],
  commune: [
    'xa',
    'phuong',
    'dac khu',
    'thi tran',
    'cap xa',
    'xa phuong',
    'xa phuong dac khu',
    'xa phuong thi tran',
    'phuong xa',
    'phuong xa thi tran',
    'uy ban nhan dan cap xa',
  ],
  'public-service-unit': ['su nghiep', 'don vi su nghiep', 'don vi su nghiep cong lap'],
  vertical: ['nganh doc', 'co quan nganh doc', 'co quan duoc to chuc theo he thong nganh doc'],
}

const BY_WORDS = new Map(
  BLOCKS.flatMap((block) => [foldWords(block), ...WORDS[block]].map((words) => [words, block] as const)),
)

/** The block that a cell names, in Vietnamese or by its id; undefined when it names none. */
export function readBlock(text: string): Block | undefined {
  return BY_WORDS.get(foldWords(text).replace(/\bubnd\b/, 'uy ban nhan dan'))
}

import type { Localized } from '../base/localized.ts'
import type { TextFaultCode } from './manifest/parsed-text.ts'

/** Why a JSON catalogue of the authority cannot be used, by what its reader says of a text. */
export const CATALOGUE_FAULTS: Readonly<Record<TextFaultCode, Localized>> = {
  'manifest-empty': { vi: 'tệp trống.', en: 'the file is empty.' },
  'manifest-encoding': { vi: 'tệp không ở bảng mã UTF-8.', en: 'the file is not in UTF-8.' },
  'manifest-not-parseable': {
    vi: 'tệp sai cú pháp JSON, xem từng chỗ kèm theo.',
    en: 'the syntax of its JSON is wrong, see each place.',
  },
  'manifest-too-deep': { vi: 'các dấu ngoặc lồng nhau quá sâu.', en: 'its brackets nest too deep.' },
  'manifest-too-many-values': { vi: 'tệp có quá nhiều giá trị.', en: 'it holds too many values.' },
  'manifest-not-object': {
    vi: 'tệp phải là một nhóm các mục trong dấu { } có mục procedures.',
    en: 'it must be one object in { } with the key procedures.',
  },
  'manifest-invalid': {
    vi: 'nội dung tệp chưa đúng, xem từng chỗ kèm theo.',
    en: 'its content is not right, see each place.',
  },
}

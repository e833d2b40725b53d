/** Titles of the acts that the samples' papers cite, by number. */
const ACTS: Record<string, string> = {
  '19/2014/QĐ-TTg':
    'Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
  '26/2014/TT-BKHCN':
    'Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg',
  '144/2006/QĐ-TTg':
    'Quyết định số 144/2006/QĐ-TTg ngày 20 tháng 6 năm 2006 của Thủ tướng Chính phủ về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2000 vào hoạt động của các cơ quan hành chính nhà nước',
  '123/2015/NĐ-CP':
    'Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch',
  '23/2015/NĐ-CP':
    'Nghị định số 23/2015/NĐ-CP ngày 16 tháng 02 năm 2015 của Chính phủ về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch',
  '20/2021/NĐ-CP':
    'Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
  '28/2012/NĐ-CP':
    'Nghị định số 28/2012/NĐ-CP ngày 10 tháng 4 năm 2012 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Người khuyết tật',
  '07/2021/NĐ-CP':
    'Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025',
}

/** An act as a paper cites it: number, day and title. */
export function act(number: string): string {
  const found = ACTS[number]
  if (found === undefined) throw new Error(`no title is known of ${number}`)
  return found
}

/** The legal bases of every paper of the system. */
export const BASES = ['19/2014/QĐ-TTg', '26/2014/TT-BKHCN'].map((number) => ({
  text: `Căn cứ ${act(number)};`,
  look: 'basis' as const,
}))

import type { DocumentType } from '../../../../src/dossier/quality-system.ts'

/** Headings and texts of the system's own documents, by their type. */
export const CONTENTS: Partial<Record<DocumentType, readonly (readonly [string, string])[]>> = {
  'quality-manual': [
    [
      '1. Giới thiệu',
      'Sổ tay mô tả Hệ thống quản lý chất lượng, phạm vi áp dụng, cơ cấu tổ chức, trách nhiệm, quyền hạn và sự tương tác giữa các quá trình.',
    ],
    [
      '2. Bối cảnh của cơ quan',
      'Các vấn đề nội bộ, bên ngoài và yêu cầu của các bên quan tâm được xác định, xem xét hằng năm.',
    ],
    [
      '3. Sự lãnh đạo',
      'Người đứng đầu cơ quan phê duyệt chính sách chất lượng, phân công trách nhiệm và chủ trì xem xét của Lãnh đạo.',
    ],
    [
      '4. Hoạch định, hỗ trợ và thực hiện',
      'Rủi ro, cơ hội và mục tiêu chất lượng được xác định; thủ tục hành chính được giải quyết theo quy trình đã phê duyệt.',
    ],
    [
      '5. Đánh giá và cải tiến',
      'Đánh giá nội bộ và xem xét của Lãnh đạo được thực hiện tối thiểu một năm một lần; điểm không phù hợp được khắc phục.',
    ],
  ],
  'quality-policy': [
    [
      'Cam kết',
      'Lãnh đạo và toàn thể cán bộ, công chức cam kết giải quyết thủ tục hành chính công khai, minh bạch, đúng pháp luật, đúng thời hạn; lấy sự hài lòng của tổ chức, cá nhân làm thước đo.',
    ],
    [
      'Thực hiện',
      'Chính sách được phổ biến, thấu hiểu trong toàn cơ quan, niêm yết tại nơi tiếp nhận hồ sơ và được xem xét hằng năm.',
    ],
  ],
  context: [
    ['1. Vấn đề nội bộ', 'Số lượng biên chế, năng lực công chức, hạ tầng công nghệ thông tin và kinh phí được giao.'],
    [
      '2. Vấn đề bên ngoài',
      'Thay đổi của văn bản quy phạm pháp luật, sắp xếp đơn vị hành chính, yêu cầu chuyển đổi số.',
    ],
    [
      '3. Các bên quan tâm',
      'Tổ chức, cá nhân thực hiện thủ tục hành chính; cơ quan cấp trên; cơ quan phối hợp; cán bộ, công chức.',
    ],
  ],
  risks: [
    [
      '1. Rủi ro',
      'Hồ sơ quá hạn vào thời gian cao điểm; quy trình chậm cập nhật khi văn bản thay đổi; gián đoạn hệ thống thông tin giải quyết thủ tục hành chính.',
    ],
    ['2. Cơ hội', 'Tiếp nhận hồ sơ trực tuyến; tái sử dụng dữ liệu dân cư để giảm giấy tờ.'],
    [
      '3. Hành động',
      'Theo dõi hạn trả kết quả hằng ngày; giao đầu mối cập nhật văn bản hằng tháng; xây dựng phương án xử lý khi hệ thống gián đoạn.',
    ],
  ],
  'document-control': [
    ['1. Mục đích', 'Bảo đảm tài liệu được phê duyệt trước khi ban hành, được cập nhật và sẵn có tại nơi sử dụng.'],
    [
      '2. Nội dung',
      'Tài liệu được biên soạn, xem xét, trình Người đứng đầu cơ quan phê duyệt, phân phối; tài liệu hết hiệu lực được thu hồi.',
    ],
    ['3. Hồ sơ lưu', 'Danh mục tài liệu nội bộ, danh mục tài liệu bên ngoài, phiếu yêu cầu sửa đổi.'],
  ],
  'internal-audit': [
    ['1. Mục đích', 'Quy định việc lập kế hoạch, tiến hành và báo cáo đánh giá nội bộ.'],
    [
      '2. Nội dung',
      'Đánh giá nội bộ tối thiểu một năm một lần; chuyên gia đánh giá không đánh giá công việc của mình; kết quả được báo cáo Lãnh đạo.',
    ],
    ['3. Hồ sơ lưu', 'Kế hoạch, phiếu ghi chép, báo cáo đánh giá nội bộ, phiếu hành động khắc phục.'],
  ],
  nonconformity: [
    ['1. Mục đích', 'Quy định việc ghi nhận, xử lý sự không phù hợp và ngăn ngừa tái diễn.'],
    ['2. Nội dung', 'Xác định nguyên nhân, hành động khắc phục, người thực hiện, thời hạn; kiểm tra xác nhận kết quả.'],
    ['3. Hồ sơ lưu', 'Phiếu hành động khắc phục, sổ theo dõi sự không phù hợp.'],
  ],
  'management-review': [
    ['1. Mục đích', 'Quy định việc xem xét của Lãnh đạo đối với Hệ thống quản lý chất lượng.'],
    ['2. Nội dung', 'Họp xem xét tối thiểu một năm một lần, sau đánh giá nội bộ, với đủ nội dung đầu vào và đầu ra.'],
    ['3. Hồ sơ lưu', 'Báo cáo chuẩn bị, biên bản họp, kết luận của Lãnh đạo.'],
  ],
  complaints: [
    ['1. Mục đích', 'Quy định việc tiếp nhận, xử lý khiếu nại, phản ánh, kiến nghị của tổ chức, cá nhân.'],
    [
      '2. Nội dung',
      'Ghi sổ, phân loại, chuyển đơn vị có trách nhiệm, trả lời đúng thời hạn, tổng hợp báo cáo hằng quý.',
    ],
    ['3. Hồ sơ lưu', 'Sổ theo dõi, văn bản trả lời.'],
  ],
}

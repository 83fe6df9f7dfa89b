package cn.aftercare.sheet;

import java.util.List;

/** The sheet cannot be imported; nothing of it was. Carries every error, not the first. */
public class RejectedSheetException extends RuntimeException {

    private final transient List<CellError> errors;

    public RejectedSheetException(List<CellError> errors) {
        super("共 " + errors.size() + " 处错误,未导入任何数据");
        this.errors = List.copyOf(errors);
    }

    static RejectedSheetException file(String reason) {
        return new RejectedSheetException(List.of(CellError.file(reason)));
    }

    public List<CellError> errors() {
        return errors;
    }
}

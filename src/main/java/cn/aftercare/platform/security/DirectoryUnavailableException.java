package cn.aftercare.platform.security;

/** The company's directory does not answer; nobody can log in with a password of it. The message is Chinese. */
class DirectoryUnavailableException extends RuntimeException {

    DirectoryUnavailableException(Throwable cause) {
        super("公司目录服务暂时没有响应,请稍后再登录", cause);
    }
}

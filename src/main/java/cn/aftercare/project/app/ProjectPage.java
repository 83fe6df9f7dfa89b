package cn.aftercare.project.app;

import cn.aftercare.project.Project;
import java.util.List;

/** One page of a project list; pages count from 0. */
public record ProjectPage(List<Project> projects, int page, int size, long total) {}

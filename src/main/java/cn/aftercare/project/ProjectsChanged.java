package cn.aftercare.project;

import java.util.List;

/** Published in the transaction that stores projects: names, people or warranty ends may be others now. */
public record ProjectsChanged(List<String> projectCodes) {}

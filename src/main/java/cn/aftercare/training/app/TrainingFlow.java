package cn.aftercare.training.app;

import cn.aftercare.training.Training;

/** The engine's side of trainings. */
public interface TrainingFlow {

    void start(Training training);
}

package dev.rapport.train.verl;

/** The command that starts a job. */
final class VerlLaunch {
  private VerlLaunch() {}

  static String script(VerlConfig config, VerlPlan plan) {
    return """
    #!/bin/sh
    # Starts the training from this folder; more settings can be added behind.
    set -eu
    cd "$(dirname "$0")"
    here=$(pwd)
    export PYTHONPATH="$here/plugin${PYTHONPATH:+:$PYTHONPATH}"
    exec python3 -m verl.trainer.main_ppo \\
      trainer.use_v1=True trainer.v1.trainer_mode=sync \\
      trainer.nnodes=%d trainer.n_gpus_per_node=%d trainer.total_epochs=1 \\
      trainer.save_freq=10 trainer.test_freq=10 trainer.default_local_dir="$here/checkpoints" \\
      trainer.logger=[console] trainer.project_name=rapport trainer.experiment_name=%s \\
      data.train_files="$here/data/train.jsonl" data.val_files="$here/data/test.jsonl" \\
      data.train_batch_size=%d data.max_prompt_length=%d data.max_response_length=%d \\
      data.truncation=error data.filter_overlong_prompts=False \\
      algorithm.adv_estimator=grpo algorithm.norm_adv_by_std_in_grpo=False \\
      algorithm.use_kl_in_reward=False \\
      actor_rollout_ref.model.path="${MODEL:-%s}" \\
      actor_rollout_ref.actor.strategy=fsdp2 actor_rollout_ref.actor.optim.lr=1e-6 \\
      actor_rollout_ref.actor.optim.lr_warmup_steps=20 \\
      actor_rollout_ref.actor.ppo_mini_batch_size=%d actor_rollout_ref.actor.use_dynamic_bsz=True \\
      actor_rollout_ref.actor.ppo_max_token_len_per_gpu=%d \\
      actor_rollout_ref.actor.loss_agg_mode=token-mean \\
      actor_rollout_ref.actor.clip_ratio_low=0.2 actor_rollout_ref.actor.clip_ratio_high=0.2 \\
      actor_rollout_ref.actor.use_kl_loss=True actor_rollout_ref.actor.kl_loss_coef=0.001 \\
      actor_rollout_ref.actor.kl_loss_type=low_var_kl actor_rollout_ref.actor.entropy_coeff=0 \\
      "actor_rollout_ref.actor.checkpoint.save_contents=[model,optimizer,extra,hf_model]" \\
      actor_rollout_ref.rollout.name=vllm actor_rollout_ref.rollout.n=%d \\
      actor_rollout_ref.rollout.temperature=1.0 actor_rollout_ref.rollout.top_p=1.0 \\
      actor_rollout_ref.rollout.tensor_model_parallel_size=1 \\
      actor_rollout_ref.rollout.gpu_memory_utilization=0.6 \\
      actor_rollout_ref.rollout.max_model_len=%d actor_rollout_ref.rollout.calculate_log_probs=True \\
      actor_rollout_ref.rollout.agent.agent_loop_config_path="$here/plugin/agent_loops.yaml" \\
      actor_rollout_ref.rollout.agent.default_agent_loop=rapport \\
      reward.custom_reward_function.path="$here/plugin/rapport_loop.py" \\
      reward.custom_reward_function.name=compute_score "$@"
    """
        .formatted(
            config.nodes(),
            config.gpus() / config.nodes(),
            VerlExport.variant(config),
            config.groups(),
            plan.promptTokens(),
            plan.responseTokens(),
            config.model(),
            plan.miniBatch(),
            Math.max(16_384, plan.modelTokens()),
            config.rollouts(),
            plan.modelTokens());
  }
}
